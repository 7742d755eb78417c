using System.Diagnostics;
using MtaStsTools.Publishing.Dns.ZoneFile;
using MtaStsTools.Publishing.RecordCode;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace MtaStsTools.Sdk.Tests.Publishing.RecordCode;

/// <summary>Code that publishes records, read again as the tool would read it: what comes out is what went in, whatever the text of the record.</summary>
public sealed class RecordCodeTests
{
    private static readonly IReadOnlyList<CodeEntry> Plain = HostileEntries.Of(HostileEntries.Texts);
    private static readonly IReadOnlyList<CodeEntry> All = HostileEntries.Of([.. HostileEntries.Texts, .. HostileEntries.Octets]);

    public static TheoryData<RecordCodeFormat> Formats => [.. Enum.GetValues<RecordCodeFormat>()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Master_file_lines_give_the_records()
    {
        var zone = $"$TTL 1\n@ SOA a b 1 2 3 4 5\n{RecordCodeWriter.Write(All, RecordCodeFormat.ZoneFile)}";
        var content = new ZoneReader(path => new ZoneSource(path, zone), "zone", MtaStsTools.Dns.Messages.WireName.FromText("xn--bcher-kva.example")).Read();
        Assert.Equal(All.Select(entry => $"{entry.Name} {entry.Ttl} {entry.Value.Text}"), content.Records.Where(record => record.Txt is not null).Select(record => $"{record.Owner} {record.Ttl} {record.Txt!.Text}"));
    }

    [Theory]
    [InlineData(RecordCodeFormat.TerraformAzure, "azurerm_dns_txt_record", "record.value")]
    [InlineData(RecordCodeFormat.TerraformAws, "aws_route53_record", "records")]
    [InlineData(RecordCodeFormat.TerraformCloudflare, "cloudflare_dns_record", "content")]
    [InlineData(RecordCodeFormat.TerraformGoogle, "google_dns_record_set", "rrdatas")]
    public void Terraform_blocks_give_the_records(RecordCodeFormat format, string type, string value)
    {
        var blocks = HclReader.Read(RecordCodeWriter.Write(All, format));
        var resources = blocks.Where(block => block.Header.StartsWith($"resource {type} ", StringComparison.Ordinal)).ToList();

        Assert.Equal(blocks.Count, blocks.Select(block => block.Header).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(All.Count, resources.Count);
        foreach (var (entry, (_, attributes)) in All.Zip(resources))
        {
            Assert.Equal(format == RecordCodeFormat.TerraformAzure ? entry.HostName : entry.Name, attributes["name"].TrimEnd('.'));
            Assert.Equal(entry.TtlText, attributes["ttl"]);
            Assert.Equal(entry.Value.Text, format switch
            {
                RecordCodeFormat.TerraformAzure => attributes[value],
                RecordCodeFormat.TerraformAws => Presented($"\"{attributes[value]}\"").Text,
                _ => Presented(attributes[value]).Text,
            });
        }
    }

    [Fact]
    public void A_long_text_is_cut_for_Route_53_as_its_provider_wants_it()
    {
        var code = RecordCodeWriter.Write(HostileEntries.Of([new string('x', 256)]), RecordCodeFormat.TerraformAws);
        Assert.Contains($"records = [\"{new string('x', 255)}\\\"\\\"x\"]", code, StringComparison.Ordinal);
    }

    [Fact]
    public void YAML_documents_of_octoDNS_give_the_records()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(RecordCodeWriter.Write(All, RecordCodeFormat.OctoDns)));

        var records = yaml.Documents.SelectMany(document => ((YamlMappingNode)document.RootNode).Children).ToList();
        Assert.Equal(All.Select(entry => entry.Zone).Distinct(StringComparer.Ordinal).Count(), yaml.Documents.Count);
        var expected = All.Select(entry => $"{entry.HostName} {entry.Ttl} TXT {entry.Value.Text}");
        var found = records.Select(record => $"{record.Key} {record.Value["ttl"]} {record.Value["type"]} {((YamlScalarNode)record.Value["value"]).Value!.Replace("\\;", ";", StringComparison.Ordinal)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.DoesNotMatch(@"(?<!\\);", ((YamlScalarNode)record.Value["value"]).Value!));
    }

    [Fact]
    public async Task The_script_for_az_calls_it_with_the_records_and_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        var script = "az() { printf '%s\\0' \"$#\" \"$@\"; }\n" + RecordCodeWriter.Write(Plain, RecordCodeFormat.AzCli);

        var words = (await BashAsync(script)).Split('\0');

        var calls = new List<string[]>();
        for (var at = 0; at < words.Length - 1; at += 1 + int.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture))
            calls.Add(words[(at + 1)..(at + 1 + int.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(2 * Plain.Count, calls.Count);
        foreach (var (entry, call) in Plain.Zip(calls.Chunk(2)))
        {
            Assert.Equal(["network", "dns", "record-set", "txt", "add-record", "--resource-group", "my group", "--zone-name", entry.Zone, "--record-set-name", entry.HostName, "--output", "none", "--value", .. entry.Strings], call[0]);
            Assert.Equal(["network", "dns", "record-set", "txt", "update", "--resource-group", "my group", "--zone-name", entry.Zone, "--name", entry.HostName, "--output", "none", "--set", $"ttl={entry.Ttl}"], call[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Both_records_of_several_domains_are_written(RecordCodeFormat format)
    {
        var text = RecordCodeWriter.Write(
            [
                new DomainRecords { Domain = "b\u00FCcher.example", MtaSts = new MtaStsRecord { Id = "20240131" }, TlsRpt = TlsRptRecord.Parse("v=TLSRPTv1; rua=mailto:a@example.com;"), Ttl = TimeSpan.FromMinutes(10) },
                new DomainRecords { Domain = "sub.example.org", Zone = "example.org", MtaSts = new MtaStsRecord { Id = "7" } },
            ],
            format);

        Assert.Contains("20240131", text, StringComparison.Ordinal);
        Assert.Contains("mailto:a@example.com", text, StringComparison.Ordinal);
        Assert.Contains("xn--bcher-kva.example", text, StringComparison.Ordinal);
        Assert.Contains("600", text, StringComparison.Ordinal);
        Assert.Contains("_mta-sts.sub", text, StringComparison.Ordinal);
        Assert.Contains("3600", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.All(text, c => Assert.InRange(c, '\t', '~'));
    }

    [Theory]
    [InlineData(RecordCodeFormat.AzCli)]
    [InlineData(RecordCodeFormat.PowerShell)]
    public void What_a_script_cannot_hold_is_refused(RecordCodeFormat format) =>
        Assert.All(HostileEntries.Octets, text => Assert.Throws<ArgumentException>(() => RecordCodeWriter.Write(HostileEntries.Of([text]), format)));

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        var record = new DomainRecords { Domain = "example.com", MtaSts = new MtaStsRecord { Id = "1" } };
        Assert.Contains("not within the zone example.org", Refused(record with { Zone = "example.org" }), StringComparison.Ordinal);
        Assert.Contains("not within the zone", Refused(record with { Domain = "badexample.com", Zone = "example.com" }), StringComparison.Ordinal);
        Assert.Contains("neither", Refused(record with { MtaSts = null }), StringComparison.Ordinal);
        Assert.Contains("whole number", Refused(record with { Ttl = TimeSpan.FromMilliseconds(1500) }), StringComparison.Ordinal);
        Assert.Contains("given twice", Refused(record, record with { Domain = "EXAMPLE.com" }), StringComparison.Ordinal);
        Assert.Contains("no record", Refused(), StringComparison.Ordinal);
        Assert.Throws<MtaStsFormatException>(() => RecordCodeWriter.Write([record with { Domain = "a..b" }], RecordCodeFormat.ZoneFile));
        Assert.Throws<MtaStsFormatException>(() => RecordCodeWriter.Write([record with { MtaSts = new MtaStsRecord { Id = "not an id" } }], RecordCodeFormat.ZoneFile));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordCodeWriter.Write([record], (RecordCodeFormat)99));
    }

    [Fact]
    public void Identifiers_of_names_that_look_alike_differ()
    {
        DomainRecords[] records = [.. new[] { "a-b.example", "a.b.example" }.Select(domain => new DomainRecords { Domain = domain, MtaSts = new MtaStsRecord { Id = "1" } })];
        Assert.Equal(2, HclReader.Read(RecordCodeWriter.Write(records, RecordCodeFormat.TerraformGoogle)).Count(block => block.Header.StartsWith("resource", StringComparison.Ordinal)));
        Assert.Contains("mta_sts_a_b_example_2", RecordCodeWriter.Write(records, RecordCodeFormat.Bicep), StringComparison.Ordinal);
    }

    private static TxtValue Presented(string text) =>
        MasterFileText.ReadTxt(Assert.Single(MasterFileLexer.Read(text)).Tokens)!;

    private static string Refused(params DomainRecords[] records) => Assert.Throws<ArgumentException>(() => RecordCodeWriter.Write(records, RecordCodeFormat.ZoneFile)).Message;

    private static async Task<string> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DNS_RESOURCE_GROUP"] = "my group";
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(script.AsMemory(), Stop);
        bash.StandardInput.Close();
        var output = await bash.StandardOutput.ReadToEndAsync(Stop);
        await bash.WaitForExitAsync(Stop);
        Assert.Equal(0, bash.ExitCode);
        return output;
    }
}
