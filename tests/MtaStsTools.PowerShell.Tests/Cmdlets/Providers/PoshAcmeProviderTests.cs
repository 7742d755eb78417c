using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Records through a plugin of Posh-ACME: a module of that name, with what the real one has in its scope, and a plugin with its documented contract.</summary>
public sealed class PoshAcmeProviderTests : IDisposable
{
    private const string Module = """
        $script:Plugins = @{
            Lab = [pscustomobject]@{ PSTypeName = 'PoshACME.PAPluginDetail'; ChallengeType = 'dns-01'; Path = "$PSScriptRoot/Lab.ps1"; Name = 'Lab' }
            WebRoot = [pscustomobject]@{ PSTypeName = 'PoshACME.PAPluginDetail'; ChallengeType = 'http-01'; Path = "$PSScriptRoot/Lab.ps1"; Name = 'WebRoot' }
        }
        function Get-PAPluginArgs { param([Parameter(Position = 0)] [string] $MainDomain, [string] $Name) @{ LabToken = "saved for $MainDomain"; LabZone = 'saved zone' } }
        function Get-InScope { 'in the scope of the module' }
        """;

    private const string Plugin = """
        function Get-CurrentPluginType { 'dns-01' }
        function Add-DnsTxt {
            [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $RecordName, [Parameter(Mandatory, Position = 1)] [string] $TxtValue,
                [Parameter(Mandatory)] [string] $LabToken, [string] $LabZone, [Parameter(ValueFromRemainingArguments)] $ExtraParams)
            if ($LabToken -like 'bad*') { throw "401 Unauthorized for https://api.example.net/?token=$LabToken" }
            $global:plugin.Call("add $RecordName $TxtValue $LabZone $LabToken $(Get-InScope)")
            'output that must not matter'
        }
        function Remove-DnsTxt {
            [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $RecordName, [Parameter(Mandatory, Position = 1)] [string] $TxtValue, [Parameter(ValueFromRemainingArguments)] $ExtraParams)
            $global:plugin.Call("remove $RecordName $TxtValue")
        }
        function Save-DnsTxt { [CmdletBinding()] param([Parameter(ValueFromRemainingArguments)] $ExtraParams) $global:plugin.Call('save') }
        """;

    private readonly LabFixture _lab;
    private readonly TemporaryFolder _folder = new();
    private readonly ModuleSession _session;

    public PoshAcmeProviderTests(LabFixture lab)
    {
        _lab = lab;
        File.WriteAllText(_folder.File("Posh-ACME.psm1"), Module);
        File.WriteAllText(_folder.File("Posh-ACME.psd1"), "@{ RootModule = 'Posh-ACME.psm1'; ModuleVersion = '4.32.0'; FunctionsToExport = 'Get-PAPluginArgs' }");
        File.WriteAllText(_folder.File("Lab.ps1"), Plugin);
        _session = lab.Open();
        _session.Run("'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $PSDefaultParameterValues.Remove(\"*publish-MtaStsRecord:$_\") }; $PSDefaultParameterValues['New-MtaStsDnsProvider:NameServerPort'] = $PSDefaultParameterValues['*publish-MtaStsRecord:NameServerPort']").ThrowIfFailed();
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_record_is_replaced_by_a_plugin_and_read_at_the_authoritative_server()
    {
        const string domain = "through-posh-acme.test";
        _lab.Lab.Add(Sound("through-posh-acme", "For a test of Posh-ACME.").WithMtaSts("v=spf1 -all", "v=STSv1; id=old;"));
        var plugin = Load(domain);

        var result = _session.Run($$"""
            $provider = New-MtaStsDnsProvider -PoshAcme Lab -PluginArgs @{ LabToken = 'top secret token' } -SavedPluginArgs www.example.com
            Publish-MtaStsRecord {{domain}} -Id 20240131 -Provider $provider -PassThru | ForEach-Object { "$($_.State) $($_.AllAgree)" }
            """);

        Assert.Equal("Changed True", result.Only<string>());
        Assert.Equal(
            [
                $"add _mta-sts.{domain} v=STSv1; id=20240131; saved zone top secret token in the scope of the module",
                $"remove _mta-sts.{domain} v=STSv1; id=old;",
                "save",
            ],
            plugin.Calls);
        Assert.Equal(["v=STSv1; id=20240131;", "v=spf1 -all"], _lab.Lab.Txt(domain, "_mta-sts").Order(StringComparer.Ordinal));
        Assert.Equal("Posh-ACME plugin Lab", _session.Run("\"$provider\"").Only<string>());
    }

    [Fact]
    public void What_a_plugin_says_is_shown_without_what_it_was_given()
    {
        _lab.Lab.Add(Sound("posh-acme-fails", "For a test of Posh-ACME.").WithMtaSts());
        Load("posh-acme-fails.test");

        var error = _session.Run("Publish-MtaStsRecord posh-acme-fails.test -Id 1 -Provider (New-MtaStsDnsProvider -PoshAcme Lab -PluginArgs @{ LabToken = 'bad secret+token' })").Error;

        Assert.StartsWith("DnsProviderUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Posh-ACME plugin Lab failed: 401 Unauthorized for https://api.example.net/?token=…. Whether the change was made is not known.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Empty(_lab.Lab.Txt("posh-acme-fails.test", "_mta-sts"));
    }

    [Theory]
    [InlineData("NoSuch", "It has no DNS plugin 'NoSuch'; Get-PAPlugin lists them.")]
    [InlineData("WebRoot", "It has no DNS plugin 'WebRoot'")]
    public void A_plugin_that_is_not_there_is_told(string name, string message)
    {
        var domain = _lab.Lab.Add(Sound($"posh-acme-{name.ToLowerInvariant()}", "For a test of Posh-ACME.").WithMtaSts()).Name + ".test";
        Load(domain);
        Assert.Contains(message, _session.Run($"Publish-MtaStsRecord {domain} -Id 1 -Provider (New-MtaStsDnsProvider -PoshAcme {name})").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_module_it_is_named_and_nothing_is_changed()
    {
        _lab.Lab.Add(Sound("no-posh-acme", "For a test of Posh-ACME.").WithMtaSts());
        var error = _session.Run("Publish-MtaStsRecord no-posh-acme.test -Id 1 -Provider (New-MtaStsDnsProvider -PoshAcme Lab)").Error;
        Assert.Contains("the module Posh-ACME is not installed; nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Install-Module", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_before_4_is_refused()
    {
        _lab.Lab.Add(Sound("old-posh-acme", "For a test of Posh-ACME.").WithMtaSts());
        var manifest = _folder.File("Posh-ACME.psd1");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("4.32.0", "3.20.0", StringComparison.Ordinal));
        var plugin = Load("old-posh-acme.test");

        var error = ErrorAssert.Is(
            _session.Run("Publish-MtaStsRecord old-posh-acme.test -Id 1 -Provider (New-MtaStsDnsProvider -PoshAcme Lab -PluginArgs @{ LabToken = 'top secret token' })"), "DnsProviderUnavailable", ErrorCategory.ResourceUnavailable, "old-posh-acme.test");

        Assert.Contains("has the version 3.20.0, and its plugins can be used from 4 on; nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Update-Module", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(plugin.Calls);
    }

    [Fact]
    public void A_time_to_live_alone_cannot_be_changed()
    {
        _lab.Lab.Add(Sound("posh-acme-ttl", "For a test of Posh-ACME.").WithMtaSts("v=STSv1; id=1;"));
        Load("posh-acme-ttl.test");
        var error = ErrorAssert.Is(
            _session.Run("Publish-MtaStsRecord posh-acme-ttl.test -Id 1 -Ttl 77 -Provider (New-MtaStsDnsProvider -PoshAcme Lab)"), "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument, "posh-acme-ttl.test");
        Assert.Contains("time to live of its own", error.ToString(), StringComparison.Ordinal);
    }

    private PluginCalls Load(string domain)
    {
        var plugin = new PluginCalls(_lab, domain);
        _session.Set("plugin", plugin).Run("param($Path) Import-Module -Name $Path", _folder.File("Posh-ACME.psd1")).ThrowIfFailed();
        return plugin;
    }
}
