using System.Runtime.InteropServices;
using System.Text.Json;
using MtaStsTools.Publishing.RecordCode;
using MtaStsTools.RealServers.Tests.Servers;
using MtaStsTools.Sdk.Tests.Publishing.RecordCode;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Records written as code, checked by the tool that each format is for, or by the runtime of its language.</summary>
public sealed class RecordCodeToolTests : IDisposable
{
    private const string Head = "$TTL 1h\n@ IN SOA ns1 hostmaster 7 1h 15m 2w 1h\n NS ns1\nns1 A 127.0.0.1\n";

    // What DNSControl's own helpers do with their arguments, and a way to see it.
    private const string DnsControl = """
        const seen = [];
        const TTL = seconds => ({ ttl: seconds });
        const TXT = (name, text, ttl) => ({ name, text, ...ttl });
        const D_EXTEND = (zone, ...records) => records.forEach(record => seen.push({ zone, ...record }));

        """;

    private static readonly IReadOnlyList<CodeEntry> Entries = HostileEntries.Of([.. HostileEntries.Texts, .. HostileEntries.Octets]);

    private readonly ServerFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BIND_takes_the_lines_of_the_zone_file()
    {
        var file = _folder.Write("zone", Head + RecordCodeWriter.Write(Entries, RecordCodeFormat.ZoneFile));
        var output = await ServerProcess.RunAsync(Installed.Program("named-compilezone", "bind9-utils"), ["-o", _folder["compiled"], "xn--bcher-kva.example", file], Stop);
        Assert.Contains("OK", output, StringComparison.Ordinal);
        Assert.Equal(Entries.Count, (await File.ReadAllLinesAsync(_folder["compiled"], Stop)).Count(line => line.Contains("TXT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_calls_of_DNSControl_give_the_records()
    {
        var script = _folder.Write("dnsconfig.js", $"{DnsControl}{RecordCodeWriter.Write(Entries, RecordCodeFormat.DnsControl)}\nconsole.log(JSON.stringify(seen));\n");
        var output = await ServerProcess.RunAsync(Installed.Program("node", "nodejs"), [script], Stop);

        using var seen = JsonDocument.Parse(output);
        var records = seen.RootElement.EnumerateArray().Select(record =>
            $"{record.GetProperty("name").GetString()}.{record.GetProperty("zone").GetString()} {record.GetProperty("ttl").GetInt32()} {record.GetProperty("text").GetString()}");
        Assert.Equal(Entries.Select(entry => $"{entry.Name} {entry.Ttl} {entry.Value.Text}").Order(StringComparer.Ordinal), records.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bicep_compiles_to_a_template_with_the_records()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The compiler is fetched for Linux on x64.");
        var compiler = Path.Combine(Repository.Metadata("Bicep"), "bicep");
        File.SetUnixFileMode(compiler, File.GetUnixFileMode(compiler) | UnixFileMode.UserExecute);
        var source = _folder.Write("main.bicep", RecordCodeWriter.Write(Entries, RecordCodeFormat.Bicep));

        var output = await ServerProcess.RunAsync(compiler, ["build", source, "--outfile", _folder["main.json"]], Stop, limit: TimeSpan.FromMinutes(2));

        Assert.DoesNotContain("Warning", output, StringComparison.Ordinal);
        using var template = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["main.json"], Stop));
        var records = template.RootElement.GetProperty("resources").EnumerateArray().Select(resource =>
        {
            var properties = resource.GetProperty("properties");
            var strings = properties.GetProperty("TXTRecords")[0].GetProperty("value").EnumerateArray().Select(text => Plain(text.GetString()!)).ToList();
            Assert.All(strings, text => Assert.InRange(text.Length, 0, 255));
            return $"{resource.GetProperty("name").GetString()} {properties.GetProperty("TTL").GetInt32()} {string.Concat(strings)}";
        });
        Assert.Equal(
            Entries.Select(entry => $"[format('{{0}}/{{1}}', '{entry.Zone}', '{entry.HostName}')] {entry.Ttl} {entry.Value.Text}").Order(StringComparer.Ordinal),
            records.Order(StringComparer.Ordinal));
    }

    /// <summary>A text that would begin an expression of a template has its bracket doubled there.</summary>
    private static string Plain(string text) => text.StartsWith("[[", StringComparison.Ordinal) ? text[1..] : text;
}
