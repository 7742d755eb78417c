using System.Reflection;
using System.Runtime.Loader;
using MtaStsTools.PowerShell.Commands;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>The libraries of Azure and AWS: loaded only when they are used, and kept from the rest of the process.</summary>
public sealed class CloudLibraryTests
{
    private const string Loaded = """
        function Clouds { [Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object { $context = $_; $_.Assemblies | ForEach-Object { $_.GetName() } |
            Where-Object Name -Match '^(MtaStsTools\.(Azure|Aws)|Azure\.Core|AWSSDK\.Core)$' | ForEach-Object { "$($context.Name): $($_.Name) $($_.Version)" } } | Sort-Object }
        $secret = ConvertTo-SecureString 'c2VjcmV0' -AsPlainText -Force
        """;

    [Fact]
    public async Task They_are_loaded_with_the_first_provider_that_needs_them()
    {
        var (_, output, error) = await ShellProcess.RunWithModuleAsync($$"""
            {{Loaded}}
            $null = New-MtaStsDnsProvider -Rfc2136 ns1.example.com; $null = New-MtaStsPolicyHost -Folder /srv; "before: $(Clouds)"
            $null = New-MtaStsDnsProvider -Route53 -AccessKeyId AKID -SecretAccessKey $secret; "aws: $(Clouds)"
            $null = New-MtaStsPolicyHost -AzureBlob -Account account -AccountKey $secret; "azure: $((Clouds) -match 'Azure')"
            """);
        Assert.Equal("", error);
        Assert.Equal(
            [
                "before: ",
                $"aws: MtaStsTools: AWSSDK.Core 4.0.0.0 MtaStsTools: MtaStsTools.Aws {Version}",
                $"azure: MtaStsTools: Azure.Core 1.50.0.0 MtaStsTools: MtaStsTools.Azure {Version}",
            ],
            output.Split('\n'));
    }

    [Theory]
    [InlineData("theirs first")]
    [InlineData("ours first")]
    public async Task Another_version_in_the_process_neither_breaks_us_nor_is_broken(string order)
    {
        const string Ours = "$null = New-MtaStsPolicyHost -AzureBlob -Account account -AccountKey $secret\n";
        var theirs = $"$other = [Reflection.Assembly]::LoadFrom('{Metadata("OtherAzureCore")}')\n";
        var (_, output, error) = await ShellProcess.RunWithModuleAsync($$"""
            {{Loaded}}
            {{(order == "theirs first" ? theirs + Ours : Ours + theirs)}}
            $other.GetType('Azure.Core.RequestMethod', $true).GetProperty('Get').GetValue($null).Method
            (Clouds) -match 'Azure.Core'
            """);
        Assert.Equal("", error);
        Assert.Equal(["GET", "Default: Azure.Core 1.44.1.0", "MtaStsTools: Azure.Core 1.50.0.0"], output.Split('\n'));
    }

    [Fact]
    public void Where_they_do_not_go_together_the_error_names_the_other_modules_version()
    {
        var other = new AssemblyLoadContext("another module").LoadFromAssemblyPath(Metadata("OtherAzureCore"));
        var record = CloudLibraries.Conflict("Azure", new MissingMethodException("Method not found"), [other, typeof(CloudLibraries).Assembly]).ErrorRecord;
        Assert.Equal("CloudLibraryConflict", record.FullyQualifiedErrorId);
        Assert.Contains("Other modules have brought Azure.Core 1.44.1.0.", record.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("PowerShell 7", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private static string Version => typeof(CloudLibraries).Assembly.GetName().Version!.ToString();

    private static string Metadata(string key) =>
        typeof(CloudLibraryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
