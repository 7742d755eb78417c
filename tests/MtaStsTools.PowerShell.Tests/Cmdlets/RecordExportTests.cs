using System.Management.Automation;
using System.Management.Automation.Language;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Export-MtaStsRecord</c>: records as code, from parameters and from tables.</summary>
public sealed class RecordExportTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Both_records_are_written_as_lines_of_a_zone()
    {
        var text = _session.Run("Export-MtaStsRecord example.com ZoneFile -Id 20240131 -Rua tls@example.com, 'https://example.net/a,b' -Ttl 10m").Only<string>();
        Assert.EndsWith(
            "\n_mta-sts.example.com.\t600\tIN\tTXT\t\"v=STSv1; id=20240131;\"\n_smtp._tls.example.com.\t600\tIN\tTXT\t\"v=TLSRPTv1; rua=mailto:tls@example.com,https://example.net/a%2Cb;\"\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_of_a_policy_announces_it()
    {
        var text = _session.Run("$policy = New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w; Export-MtaStsRecord example.com ZoneFile -Policy $policy").Only<string>();
        var id = text.Split("id=")[1].Split(';')[0];
        Assert.True(PolicyId.Announces(id, MtaStsPolicy.Parse("version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 2419200\r\n")));
    }

    [Fact]
    public void Domains_of_a_table_bring_their_own_id_zone_and_addresses()
    {
        var text = _session.Run("""
            [pscustomobject]@{ Domain = 'example.com'; Id = '1'; Rua = ''; Zone = '' },
            [pscustomobject]@{ Domain = 'sub.example.org'; Id = ''; Rua = 'tls@example.org'; Zone = 'example.org' } | Export-MtaStsRecord -Format DnsControl
            """).Only<string>();

        Assert.Contains("""D_EXTEND("example.com",""" + "\n" + """  TXT("_mta-sts", "v=STSv1; id=1;", TTL(3600))""", text, StringComparison.Ordinal);
        Assert.Contains("""D_EXTEND("example.org",""" + "\n" + """  TXT("_smtp._tls.sub", "v=TLSRPTv1; rua=mailto:tls@example.org;", TTL(3600))""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PowerShell_script_calls_the_cmdlet_with_the_records_and_nothing_else()
    {
        var hostile = "https://example.com/'$(throw)'+$env:PATH";
        var script = _session.Run("param($Rua) Export-MtaStsRecord example.com PowerShell -Id 7 -Rua $Rua -Zone example.com", hostile).Only<string>();

        Parser.ParseInput(script, out _, out var errors);
        Assert.Empty(errors);
        var calls = _session.Run("""
            param($Script)
            function Add-DnsServerResourceRecord { param([switch] $Txt, [string] $ZoneName, [string] $Name, [timespan] $TimeToLive, [string] $DescriptiveText) "$Txt|$ZoneName|$Name|$TimeToLive|$DescriptiveText" }
            . ([scriptblock]::Create(($Script -replace '#Requires.*')))
            """, script).ThrowIfFailed().Values<string>();
        Assert.Equal(["True|example.com|_mta-sts|01:00:00|v=STSv1; id=7;", $"True|example.com|_smtp._tls|01:00:00|v=TLSRPTv1; rua={hostile};"], calls);
    }

    [Fact]
    public void A_file_is_written_where_a_path_is_given()
    {
        var file = _folder.File("records.tf");
        _session.Set("file", file);

        Assert.Empty(_session.Run("Export-MtaStsRecord example.com TerraformGoogle -Id 1 -Path $file -WhatIf").ThrowIfFailed().Output);
        Assert.False(File.Exists(file));
        Assert.Equal(file, _session.Run("(Export-MtaStsRecord example.com TerraformGoogle -Id 1 -Path $file -PassThru).FullName").Only<string>());
        Assert.Contains("google_dns_record_set", File.ReadAllText(file), StringComparison.Ordinal);
        ErrorAssert.Is(_session.Run("Export-MtaStsRecord example.com ZoneFile -Id 1 -Path $file -NoClobber"), "FileExists", ErrorCategory.ResourceExists, file);
        Assert.StartsWith("PathNotFound,", _session.Run("Export-MtaStsRecord example.com ZoneFile -Id 1 -Path \"$file.d/below\"").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com ZoneFile", "NothingToExport")]
    [InlineData("example.com ZoneFile -Id 'no-good'", "InvalidRecordId")]
    [InlineData("example.com ZoneFile -Rua 'ftp://example.com'", "InvalidRecord")]
    [InlineData("a..b ZoneFile -Id 1", "InvalidDomainName")]
    [InlineData("example.com ZoneFile -Id 1 -Zone example.org", "RecordsNotExported")]
    [InlineData("example.com ZoneFile -Id 1 -Zone 'a..b'", "InvalidZone")]
    [InlineData("example.com, EXAMPLE.com ZoneFile -Id 1", "RecordsNotExported")]
    [InlineData("example.com ZoneFile -Id 1 -Ttl '1.5s'", "RecordsNotExported")]
    [InlineData("example.com PowerShell -Rua ('https://example.com/' + 'x' * 300)", "RecordsNotExported")]
    public void What_cannot_be_exported_is_told(string parameters, string errorId) =>
        Assert.StartsWith(errorId + ",", _session.Run($"Export-MtaStsRecord {parameters}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_domain_that_fails_does_not_hold_up_the_others()
    {
        var result = _session.Run("'a..b', '', 'example.com' | Export-MtaStsRecord -Format ZoneFile -Id 1");
        Assert.Single(result.Errors);
        Assert.Contains("_mta-sts.example.com.", Assert.Single(result.Values<string>()), StringComparison.Ordinal);
    }
}
