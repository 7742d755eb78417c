using System.Text.Json;
using System.Xml.Linq;
using MtaStsTools.Publishing.Hosting;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosting;

/// <summary>What is exported is read by the parsers of its formats, and nothing of a policy becomes code.</summary>
public sealed class HostingExportTests
{
    private const string Evil = "caf\u00E9 \U0001F600 \u2028 \"; } ${x} %{y} {$HOME} `x` '--> ]]> */ </script> \\\" #{z} {{w}} <?php";

    private static readonly HostedPolicy[] Policies =
    [
        Policy("xn--mnchen-3ya.example", $"version: STSv1\nmode: none\nmax_age: 60\nnote: {Evil}\n"),
        Policy("example.com", "version: STSv1\r\nmode: testing\r\nmx: mail.example.com\r\nmax_age: 86400\r\n"),
    ];

    public static TheoryData<HostingFormat> Formats => [.. Enum.GetValues<HostingFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_names_each_host_and_leads_to_each_policy(HostingFormat format)
    {
        var files = HostingExport.Create(format, Policies);
        var all = string.Join('\n', files.Select(file => $"{file.Path}\n{file.Text}"));

        Assert.All(Policies, policy => Assert.Contains($"mta-sts.{policy.Domain}", all, StringComparison.Ordinal));
        Assert.Equal(files.Count, files.Select(file => file.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.DoesNotContain(file.Path.Split('/'), segment => segment is "" or "." or ".."));
        foreach (var policy in files.Where(file => file.Path.EndsWith("/mta-sts.txt", StringComparison.Ordinal)))
            Assert.Contains(Policies, each => policy.Path.Contains($"mta-sts.{each.Domain}/", StringComparison.Ordinal) && policy.Text == each.Policy.ToString());
        Assert.DoesNotContain(files, file => !file.Path.EndsWith(".txt", StringComparison.Ordinal) && file.Text.Contains(Evil, StringComparison.Ordinal));
        Assert.All(files.Where(file => !file.Path.EndsWith(".txt", StringComparison.Ordinal)), file => Assert.DoesNotContain('\r', file.Text));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Json_and_xml_are_read_by_their_parsers(HostingFormat format)
    {
        foreach (var file in HostingExport.Create(format, Policies))
        {
            if (file.Path.EndsWith(".json", StringComparison.Ordinal))
                JsonDocument.Parse(file.Text).Dispose();
            if (file.Path.EndsWith(".config", StringComparison.Ordinal))
                Assert.Equal("configuration", XDocument.Parse(file.Text).Root!.Name.LocalName);
        }
    }

    [Theory]
    [InlineData(HostingFormat.Kubernetes, "mta-sts.yaml", new[] { "ConfigMap", "Deployment", "Service", "Ingress" })]
    [InlineData(HostingFormat.Docker, "compose.yaml", new string[0])]
    public void Yaml_is_read_by_its_parser_and_a_policy_comes_out_as_it_went_in(HostingFormat format, string path, string[] kinds)
    {
        var yaml = new YamlStream();
        using (var reader = new StringReader(HostingExport.Create(format, Policies).Single(file => file.Path == path).Text))
            yaml.Load(reader);
        var roots = yaml.Documents.Select(document => (YamlMappingNode)document.RootNode).ToList();
        if (kinds.Length == 0)
        {
            Assert.Contains("services", roots.Single().Children.Keys.Select(key => ((YamlScalarNode)key).Value));
            return;
        }

        var data = (YamlMappingNode)roots[0].Children["data"];
        Assert.Equal(kinds, roots.Select(root => ((YamlScalarNode)root.Children["kind"]).Value));
        Assert.All(Policies, policy => Assert.Equal(policy.Policy.ToString(), ((YamlScalarNode)data.Children[$"mta-sts.{policy.Domain}.txt"]).Value));
    }

    [Theory]
    [InlineData(HostingFormat.Nginx)]
    [InlineData(HostingFormat.Caddy)]
    [InlineData(HostingFormat.Apache)]
    [InlineData(HostingFormat.Docker)]
    public void The_policy_of_a_web_server_is_a_file_and_no_part_of_its_configuration(HostingFormat format)
    {
        var other = HostingExport.Create(format, [.. Policies.Select(policy => policy with { Policy = Policies[1].Policy })]);
        foreach (var (file, same) in HostingExport.Create(format, Policies).Zip(other).Where(pair => !pair.First.Path.EndsWith(".txt", StringComparison.Ordinal)))
            Assert.Equal(same.Text, file.Text);
    }

    [Fact]
    public void A_distribution_answers_over_http_and_has_a_certificate_for_every_host()
    {
        using var json = JsonDocument.Parse(HostingExport.Create(HostingFormat.AwsCloudFront, Policies).Single().Text);
        var resources = json.RootElement.GetProperty("Resources");
        string[] hosts = ["mta-sts.example.com", "mta-sts.xn--mnchen-3ya.example"];
        var distribution = resources.GetProperty("Distribution").GetProperty("Properties").GetProperty("DistributionConfig");

        Assert.Equal(hosts, Texts(resources.GetProperty("Certificate").GetProperty("Properties").GetProperty("SubjectAlternativeNames")));
        Assert.Equal(hosts, Texts(distribution.GetProperty("Aliases")));
        Assert.Equal("allow-all", distribution.GetProperty("DefaultCacheBehavior").GetProperty("ViewerProtocolPolicy").GetString());

        using var terraform = JsonDocument.Parse(HostingExport.Create(HostingFormat.Terraform, Policies).Single(file => file.Path == "main.tf.json").Text);
        Assert.Equal(hosts, Texts(terraform.RootElement.GetProperty("resource").GetProperty("aws_cloudfront_distribution").GetProperty("mta_sts").GetProperty("aliases")));
    }

    [Fact]
    public void More_than_a_function_of_CloudFront_holds_is_told()
    {
        HostedPolicy[] many = [.. Enumerable.Range(0, 200).Select(i => Policy($"d{i}.example", Policies[1].Policy.ToString()))];
        Assert.Throws<ArgumentException>(() => HostingExport.Create(HostingFormat.AwsCloudFront, many));
        Assert.Throws<ArgumentException>(() => HostingExport.Create(HostingFormat.Terraform, many));
        Assert.Equal(201, HostingExport.Create(HostingFormat.Caddy, many).Count);
    }

    public static TheoryData<HostingOptions> Impossible =>
    [
        new HostingOptions { Root = "/srv/x\"; return 301" },
        new HostingOptions { Root = "/srv/x\nlisten 81" },
        new HostingOptions { Root = "/srv/{user}" },
        new HostingOptions { Root = " " },
        new HostingOptions { Root = "/srv/$host" },
        new HostingOptions { Certificate = "/etc/a.pem" },
        new HostingOptions { CertificateKey = "/etc/a.key" },
        new HostingOptions { Certificate = "/etc/a.pem", CertificateKey = "/etc/a.key } {" },
        new HostingOptions { Address = "localhost" },
        new HostingOptions { Address = "127.0.0.1; evil" },
        new HostingOptions { HttpsPort = 0 },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_stand_in_a_configuration_is_an_argument_error(HostingOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => HostingExport.Create(HostingFormat.Nginx, Policies, options));

    [Fact]
    public void Nothing_and_a_domain_that_comes_twice_are_argument_errors_and_a_wrong_policy_is_told()
    {
        Assert.Throws<ArgumentException>(() => HostingExport.Create(HostingFormat.Caddy, []));
        Assert.Throws<ArgumentException>(() => HostingExport.Create(HostingFormat.Caddy, [Policies[0], Policies[0]]));
        Assert.Throws<MtaStsFormatException>(() => HostingExport.Create(HostingFormat.Caddy, [Policies[0] with { Policy = Policies[0].Policy with { MaxAge = TimeSpan.FromDays(1000) } }]));
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(element => element.GetString());

    private static HostedPolicy Policy(string domain, string text) => new() { Domain = DomainName.Parse(domain), Policy = MtaStsPolicy.Parse(text) };
}
