using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Records of a DNS server of Windows, changed as an administrator would: by the cmdlets of this module over those of the module DnsServer.</summary>
public sealed class WindowsDnsProviderTests : IDisposable
{
    private const string Label = "_mta-sts";
    private const string Old = "v=STSv1; id=old;";
    private const string New = "v=STSv1; id=20240131;";

    private readonly LabFixture _lab;
    private readonly ModuleSession _session;
    private readonly WindowsDnsStore _store;

    public WindowsDnsProviderTests(LabFixture lab)
    {
        _lab = lab;
        _store = new WindowsDnsStore(lab.Lab);
        _session = lab.Open();
        _session.Set("dnsServer", _store).Run("""
            param($Module, $Server, $Port)
            $global:dnsServer = $dnsServer
            'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $PSDefaultParameterValues.Remove("*publish-MtaStsRecord:$_") }
            $PSDefaultParameterValues['New-MtaStsDnsProvider:NameServerPort'] = $Port
            Import-Module -Name $Module
            $provider = New-MtaStsDnsProvider -WindowsDns $Server
            """, TestModules.DnsServer, lab.Lab.DnsEndPoint.Address.ToString(), lab.Lab.DnsEndPoint.Port).ThrowIfFailed();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_record_is_replaced_and_foreign_ones_keep_the_bounds_of_their_strings()
    {
        _store.Write(Label, ["abc", "def"], [Old], [new string('x', 255), "y"]);

        var result = _session.Run($$"""Publish-MtaStsRecord {{_store.Domain}} -Id 20240131 -Provider $provider -PassThru | ForEach-Object { "$($_.State) $($_.AllAgree) $($_.RaceWasPossible)" }""");

        Assert.Equal("Changed True True", result.Only<string>());
        Assert.Equal(["abc|def", $"{new string('x', 255)}|y", New], _store.Records.Select(record => string.Join('|', record.Strings)));
        Assert.Equal($"the DNS server of Windows at {_lab.Lab.DnsEndPoint.Address}", _session.Run("\"$provider\"").Only<string>());
    }

    [Fact]
    public void A_record_is_published_and_taken_back()
    {
        Assert.Equal("Changed", Publish());
        Assert.Equal([New], _store.Texts(Label));
        Assert.Equal(TimeSpan.FromHours(1), _store.Records[0].Ttl);

        Assert.Equal("Changed", Publish("-Ttl 77"));
        Assert.Equal(TimeSpan.FromSeconds(77), Assert.Single(_store.Records).Ttl);

        Assert.Equal("Changed", _session.Run($"Unpublish-MtaStsRecord {_store.Domain} -Provider $provider -Confirm:$false -PassThru | ForEach-Object {{ \"$($_.State)\" }}").Only<string>());
        Assert.Empty(_store.Texts(Label));
    }

    [Fact]
    public void Every_cmdlet_is_told_the_server_and_the_session()
    {
        _session.Run("param($Server) $provider = New-MtaStsDnsProvider -WindowsDns $Server -CimSession jump-host", _lab.Lab.DnsEndPoint.Address.ToString()).ThrowIfFailed();
        Publish();
        Assert.Contains($"Add-DnsServerResourceRecord {_lab.Lab.DnsEndPoint.Address} jump-host", _store.Asked);
        Assert.All(_store.Asked, asked => Assert.EndsWith($" {_lab.Lab.DnsEndPoint.Address} jump-host", asked, StringComparison.Ordinal));
    }

    [Fact]
    public void The_session_says_which_server_is_asked_by_DNS_where_none_is_named()
    {
        _store.Write(Label, [Old]);
        _session.Run("param($Server) $provider = New-MtaStsDnsProvider -WindowsDns -CimSession ([pscustomobject]@{ ComputerName = $Server })", _lab.Lab.DnsEndPoint.Address.ToString()).ThrowIfFailed();
        Assert.Equal("Changed", Publish());
        Assert.Equal($"the DNS server of Windows at {_lab.Lab.DnsEndPoint.Address}", _session.Run("$provider.Description").Only<string>());
    }

    [Fact]
    public void Of_several_strings_a_record_is_removed_only_with_all_others()
    {
        _store.Write(Label, ["v=STSv1; ", "id=old;"]);

        var error = Fail($"Publish-MtaStsRecord {_store.Domain} -Id 1 -Provider $provider", "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument);
        Assert.Contains("cannot remove by its cmdlets one record of several strings: \"v=STSv1; id=old;\".", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([Old], _store.Texts(Label));

        _store.Write(Label, ["v=STSv1; ", "id=old;"], ["v=STSv1; id=other;"]);
        _session.Run($"Unpublish-MtaStsRecord {_store.Domain} -Provider $provider -Confirm:$false").ThrowIfFailed();
        Assert.Empty(_store.Texts(Label));
    }

    [Fact]
    public void Of_two_records_that_the_cmdlets_show_as_one_text_none_is_removed()
    {
        _store.Write(Label, [Old], [Old, " and more"], ["foreign"]);
        var error = _session.Run($"Publish-MtaStsRecord {_store.Domain} -Id 20240131 -Provider $provider -Force").Error;
        Assert.StartsWith("DnsProviderInvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([Old, Old + " and more", "foreign"], _store.Texts(Label));
    }

    [Fact]
    public void A_record_that_its_cmdlets_cannot_write_is_refused_before_anything_is_changed()
    {
        var addresses = string.Join(',', Enumerable.Range(0, 12).Select(number => $"'mailto:tls-reports-{number}@reports.{_store.Domain}'"));
        var error = Fail($"Publish-TlsRptRecord {_store.Domain} -Rua {addresses} -Provider $provider", "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument);
        Assert.Contains("one string of at most 254 printable ASCII characters", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("fewer or shorter addresses", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_store.Records);
    }

    [Theory]
    [InlineData("Get-DnsServerZone", "WIN32 5|PermissionDenied|Failed to enumerate zones", "DnsProviderForbidden", "DnsAdmins")]
    [InlineData("Get-DnsServerZone", "WIN32 1722|NotSpecified|Failed to enumerate zones", "DnsProviderUnavailable", "DNS service runs")]
    [InlineData("Add-DnsServerResourceRecord", "WIN32 9711|ResourceExists|Failed to create resource record", "DnsProviderConflict", "plan again")]
    [InlineData("Add-DnsServerResourceRecord", "WIN32 5|PermissionDenied|Failed to create resource record", "DnsProviderForbidden", "DnsAdmins")]
    [InlineData("Add-DnsServerResourceRecord", "HRESULT 0x800706be|NotSpecified|Failed \u001b[2J", "DnsProviderUnavailable", "Look at the record")]
    [InlineData("Get-DnsServerResourceRecord", "WIN32 9601|ObjectNotFound|Failed to get the zone information", "DnsProviderNotFound", "Check the domain")]
    public void A_failure_of_a_cmdlet_has_its_kind_and_says_what_to_do(string cmdlet, string fault, string errorId, string advice)
    {
        _store.Faults[cmdlet] = fault;
        var error = _session.Run($"Publish-MtaStsRecord {_store.Domain} -Id 1 -Provider $provider").Error;
        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', error.ToString());
        Assert.Empty(_store.Records);
    }

    [Fact]
    public void What_broke_off_half_way_is_told()
    {
        _store.Write(Label, [Old]);
        _store.Faults["Remove-DnsServerResourceRecord"] = "WIN32 5|PermissionDenied|Failed to remove";
        var error = _session.Run($"Publish-MtaStsRecord {_store.Domain} -Id 20240131 -Provider $provider").Error;
        Assert.Contains("A part of the change was made.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([Old, New], _store.Texts(Label));
    }

    [Theory]
    [InlineData("Secondary", false, false, "DnsProviderNotFound", "only as a zone of the type Secondary")]
    [InlineData("Stub", false, false, "DnsProviderNotFound", "only as a zone of the type Stub")]
    [InlineData("Primary", true, false, "DnsProviderForbidden", "may only be read")]
    [InlineData("Primary", false, true, "DnsProviderUnavailable", "does not serve")]
    public void A_zone_that_cannot_be_changed_here_is_told(string type, bool isReadOnly, bool isPaused, string errorId, string message)
    {
        _store.Zones[0] = new WindowsDnsZone(_store.Domain, type, isReadOnly, isPaused);
        var error = _session.Run($"Publish-MtaStsRecord {_store.Domain} -Id 1 -Provider $provider").Error;
        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_delegated_is_told_and_the_deepest_zone_is_found()
    {
        _store.Add(_store.Domain, "sub", "NS", TimeSpan.FromHours(1), ["ns.elsewhere.test"]);
        var error = Fail($"Publish-MtaStsRecord a.sub.{_store.Domain} -Id 1 -Provider $provider", "DnsProviderNotFound", ErrorCategory.ObjectNotFound, $"a.sub.{_store.Domain}");
        Assert.Contains($"has delegated sub.{_store.Domain} to other name servers.", error.ToString(), StringComparison.Ordinal);

        _store.Zones.Add(new WindowsDnsZone($"sub.{_store.Domain}"));
        Assert.Contains(
            $"_mta-sts.a.sub.{_store.Domain}", _session.Run($"Publish-MtaStsRecord a.sub.{_store.Domain} -Id 1 -Provider $provider -WhatIf -PassThru | ForEach-Object {{ \"$($_.Change.RecordName) in $($_.Change.Zone)\" }}; '_mta-sts.a.sub.{_store.Domain}'").Values<string>());
    }

    [Fact]
    public void What_the_zone_has_and_the_server_does_not_answer_is_told()
    {
        _store.Write(Label, [Old]);
        _store.IsServed = false;
        _store.Write(Label, [Old], ["foreign"]);
        var error = Fail($"Publish-MtaStsRecord {_store.Domain} -Id 1 -Provider $provider", "DnsProviderUnavailable", ErrorCategory.ResourceUnavailable);
        Assert.Contains("has 2 TXT records at the name and answers by DNS with 1.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_module_it_is_named_and_nothing_is_changed()
    {
        using var session = _lab.Open();
        var error = session.Run("Publish-MtaStsRecord no-dns-server.test -Id 1 -Provider (New-MtaStsDnsProvider -WindowsDns dc1.example.test)").Error;
        Assert.StartsWith("DnsProviderUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the module DnsServer is not installed; nothing was changed.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(OperatingSystem.IsWindows() ? "DNS Server Tools" : "It is a part of Windows", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private string Publish(string more = "") =>
        _session.Run($"Publish-MtaStsRecord {_store.Domain} -Id 20240131 -Provider $provider -PassThru {more} | ForEach-Object {{ \"$($_.State)\" }}").Only<string>();

    private ErrorRecord Fail(string command, string errorId, ErrorCategory category, string? domain = null) => ErrorAssert.Is(_session.Run(command), errorId, category, domain ?? _store.Domain);
}
