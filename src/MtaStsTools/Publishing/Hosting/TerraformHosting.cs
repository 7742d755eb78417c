using System.Text.Json;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>The same distribution for Terraform, in its JSON syntax. The code of the function is a file that is read, so that nothing of a policy is a template.</summary>
internal static class TerraformHosting
{
    private static readonly string[] MethodLists = ["allowed_methods", "cached_methods"];

    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("function.js", EdgeFunction.Create(policies)),
        new HostingFile("main.tf.json", HostingJson.Write(json =>
        {
            json.WriteStartObject();
            Object(json, "terraform", () => Object(json, "required_providers", () => Object(json, "aws", () =>
            {
                json.WriteString("source", "hashicorp/aws");
                json.WriteString("version", ">= 5.0");
            })));
            Object(json, "provider", () => Object(json, "aws", () => json.WriteString("region", "us-east-1")));
            Object(json, "resource", () =>
            {
                Resource(json, "aws_acm_certificate", () =>
                {
                    json.WriteString("domain_name", policies[0].Host);
                    Names(json, "subject_alternative_names", policies.Skip(1));
                    json.WriteString("validation_method", "DNS");
                });
                Resource(json, "aws_acm_certificate_validation", () => json.WriteString("certificate_arn", "${aws_acm_certificate.mta_sts.arn}"));
                Resource(json, "aws_cloudfront_function", () =>
                {
                    json.WriteString("name", "mta-sts");
                    json.WriteString("runtime", "cloudfront-js-2.0");
                    json.WriteBoolean("publish", true);
                    json.WriteString("code", "${file(\"${path.module}/function.js\")}");
                });
                Resource(json, "aws_cloudfront_distribution", () => Distribution(json, policies));
            });
            Object(json, "output", () =>
            {
                Object(json, "target", () => json.WriteString("value", "${aws_cloudfront_distribution.mta_sts.domain_name}"));
                Object(json, "validation_records", () => json.WriteString("value", "${aws_acm_certificate.mta_sts.domain_validation_options}"));
            });
            json.WriteEndObject();
        })),
    ];

    private static void Distribution(Utf8JsonWriter json, IReadOnlyList<HostedPolicy> policies)
    {
        json.WriteBoolean("enabled", true);
        json.WriteBoolean("is_ipv6_enabled", true);
        json.WriteString("comment", "Policies of MTA-STS");
        Names(json, "aliases", policies);
        Object(json, "origin", () =>
        {
            json.WriteString("origin_id", "never-asked");
            json.WriteString("domain_name", "never-asked.invalid");
            Object(json, "custom_origin_config", () =>
            {
                json.WriteNumber("http_port", 80);
                json.WriteNumber("https_port", 443);
                json.WriteString("origin_protocol_policy", "https-only");
                json.WriteStartArray("origin_ssl_protocols");
                json.WriteStringValue("TLSv1.2");
                json.WriteEndArray();
            });
        });
        Object(json, "default_cache_behavior", () =>
        {
            json.WriteString("target_origin_id", "never-asked");
            json.WriteString("viewer_protocol_policy", "allow-all");
            json.WriteString("cache_policy_id", CloudFormationHosting.CachingDisabled);
            foreach (var property in MethodLists)
            {
                json.WriteStartArray(property);
                json.WriteStringValue("GET");
                json.WriteStringValue("HEAD");
                json.WriteEndArray();
            }

            Object(json, "function_association", () =>
            {
                json.WriteString("event_type", "viewer-request");
                json.WriteString("function_arn", "${aws_cloudfront_function.mta_sts.arn}");
            });
        });
        Object(json, "restrictions", () => Object(json, "geo_restriction", () => json.WriteString("restriction_type", "none")));
        Object(json, "viewer_certificate", () =>
        {
            json.WriteString("acm_certificate_arn", "${aws_acm_certificate_validation.mta_sts.certificate_arn}");
            json.WriteString("ssl_support_method", "sni-only");
            json.WriteString("minimum_protocol_version", "TLSv1.2_2021");
        });
    }

    private static void Resource(Utf8JsonWriter json, string type, Action properties) => Object(json, type, () => Object(json, "mta_sts", properties));

    private static void Object(Utf8JsonWriter json, string name, Action properties)
    {
        json.WriteStartObject(name);
        properties();
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<HostedPolicy> policies)
    {
        json.WriteStartArray(property);
        foreach (var policy in policies)
            json.WriteStringValue(policy.Host);
        json.WriteEndArray();
    }
}
