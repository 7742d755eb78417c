using System.Text.Json;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>A template of CloudFormation: certificate, function and distribution. Stacks with a certificate for CloudFront stand in us-east-1.</summary>
internal static class CloudFormationHosting
{
    /// <summary>The managed policy "CachingDisabled" of CloudFront.</summary>
    public const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("mta-sts.template.json", HostingJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("AWSTemplateFormatVersion", "2010-09-09");
            json.WriteString("Description", "Policies of MTA-STS (RFC 8461). Deploy in us-east-1; the certificate waits until its validation records are in DNS.");
            json.WriteStartObject("Resources");
            Resource(json, "Certificate", "AWS::CertificateManager::Certificate", () =>
            {
                json.WriteString("DomainName", policies[0].Host);
                Names(json, "SubjectAlternativeNames", policies);
                json.WriteString("ValidationMethod", "DNS");
            });
            Resource(json, "Function", "AWS::CloudFront::Function", () =>
            {
                json.WriteString("Name", "mta-sts");
                json.WriteBoolean("AutoPublish", true);
                json.WriteString("FunctionCode", EdgeFunction.Create(policies));
                json.WriteStartObject("FunctionConfig");
                json.WriteString("Comment", "Policies of MTA-STS");
                json.WriteString("Runtime", "cloudfront-js-2.0");
                json.WriteEndObject();
            });
            Resource(json, "Distribution", "AWS::CloudFront::Distribution", () => Distribution(json, policies));
            json.WriteEndObject();
            json.WriteStartObject("Outputs");
            json.WriteStartObject("Target");
            json.WriteString("Description", "What each policy host has to be a CNAME of.");
            json.WriteStartObject("Value");
            Attribute(json, "Distribution", "DomainName");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        })),
    ];

    private static void Distribution(Utf8JsonWriter json, IReadOnlyList<HostedPolicy> policies)
    {
        json.WriteStartObject("DistributionConfig");
        json.WriteBoolean("Enabled", true);
        json.WriteString("Comment", "Policies of MTA-STS");
        json.WriteString("HttpVersion", "http2");
        json.WriteBoolean("IPV6Enabled", true);
        Names(json, "Aliases", policies);
        json.WriteStartArray("Origins");
        json.WriteStartObject();
        json.WriteString("Id", "never-asked");
        json.WriteString("DomainName", "never-asked.invalid");
        json.WriteStartObject("CustomOriginConfig");
        json.WriteString("OriginProtocolPolicy", "https-only");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("DefaultCacheBehavior");
        json.WriteString("TargetOriginId", "never-asked");
        json.WriteString("ViewerProtocolPolicy", "allow-all");
        json.WriteString("CachePolicyId", CachingDisabled);
        json.WriteStartArray("FunctionAssociations");
        json.WriteStartObject();
        json.WriteString("EventType", "viewer-request");
        json.WriteStartObject("FunctionARN");
        Attribute(json, "Function", "FunctionARN");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("ViewerCertificate");
        json.WriteStartObject("AcmCertificateArn");
        json.WriteString("Ref", "Certificate");
        json.WriteEndObject();
        json.WriteString("SslSupportMethod", "sni-only");
        json.WriteString("MinimumProtocolVersion", "TLSv1.2_2021");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, string name, string type, Action properties)
    {
        json.WriteStartObject(name);
        json.WriteString("Type", type);
        json.WriteStartObject("Properties");
        properties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attribute(Utf8JsonWriter json, string resource, string attribute)
    {
        json.WriteStartArray("Fn::GetAtt");
        json.WriteStringValue(resource);
        json.WriteStringValue(attribute);
        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<HostedPolicy> policies)
    {
        json.WriteStartArray(property);
        foreach (var policy in policies)
            json.WriteStringValue(policy.Host);
        json.WriteEndArray();
    }
}
