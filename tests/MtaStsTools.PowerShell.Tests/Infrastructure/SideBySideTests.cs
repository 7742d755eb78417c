using System.Reflection;
using MtaStsTools.Lab;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>Another module's DnsClient and YamlDotNet, in other versions than ours, in a process of its own.</summary>
public sealed class SideBySideTests
{
    private const string Import = "Import-Module $manifest -ErrorAction Stop;";

    // The engine finds types by name in the default context, which is the other module's.
    private const string LoadOthers = """
        $dns = [Reflection.Assembly]::LoadFrom($otherDns); $yaml = [Reflection.Assembly]::LoadFrom($otherYaml);
        """;

    // Both sides are used, not only loaded.
    private const string Use = """
        $null = [Activator]::CreateInstance($dns.GetType('DnsClient.LookupClientOptions', $true))
        'theirs: {0} {1}' -f $dns.GetName().Version, $yaml.GetName().Version
        'their yaml: ' + [Activator]::CreateInstance($yaml.GetType('YamlDotNet.Serialization.Serializer', $true)).Serialize('text').Trim()
        $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-Command Get-MtaStsRule).ImplementingType.Assembly)
        'ours: {0}' -f $context.LoadFromAssemblyName('DnsClient').GetName().Version
        'looked up: {0}' -f (Get-MtaStsRecord -Domain $domain -DnsServer $server -ErrorAction Stop).GetType().FullName
        'shared: {0}' -f ((Get-MtaStsRule MTASTS1001) -is [MtaStsTools.Rule])
        """;

    [Theory]
    [InlineData("others first")]
    [InlineData("ours first")]
    public async Task Other_versions_in_the_process_neither_break_us_nor_are_broken(string order)
    {
        await using var lab = await MtaStsLab.StartAsync();
        var script = string.Join(
            '\n',
            $"$domain = '{lab.Scenario("good").Domain}'; $server = '{lab.DnsEndPoint}'",
            $"$manifest = '{BuiltModule.ManifestPath}'; $otherDns = '{Metadata("OtherDnsClient")}'; $otherYaml = '{Metadata("OtherYamlDotNet")}'",
            order == "others first" ? LoadOthers + Import : Import + LoadOthers,
            Use);

        var (exitCode, output, error) = await ShellProcess.RunAsync("-Command", script);

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.Equal(["theirs: 1.6.1.0 16.0.0.0", "their yaml: text", "ours: 1.8.0.0", "looked up: MtaStsTools.MtaStsRecord", "shared: True"], output.Split('\n'));
    }

    private static string Metadata(string key) =>
        typeof(SideBySideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}
