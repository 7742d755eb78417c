using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>TXT records as text and as values, without a network.</summary>
public sealed class RecordTextTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_record_carries_the_id_it_was_given() =>
        Assert.Equal("v=STSv1; id=2024013101;", _session.Run("\"$(New-MtaStsRecord 2024013101)\"").Only<string>());

    [Fact]
    public void A_derived_id_is_never_the_one_before()
    {
        var ids = _session.Run("$first = New-MtaStsRecord; $second = $first | New-MtaStsRecord; $first.Id, $second.Id").ThrowIfFailed().Values<string>();

        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9]{1,32}$", id));
    }

    [Theory]
    [InlineData("2024-01-31")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("1; v=STSv1")]
    [InlineData("")]
    public void An_id_outside_the_grammar_is_refused(string id) =>
        ErrorAssert.Is(_session.Run($"New-MtaStsRecord -Id '{id}'"), "InvalidRecordId", ErrorCategory.InvalidData, id);

    [Fact]
    public void Records_are_read_from_the_pipeline_and_a_bad_one_stops_no_other()
    {
        var result = _session.Run("'v=STSv1; id=no-good;', 'v=STSv1; id=good; note=x;' | ConvertFrom-MtaStsRecord | ForEach-Object { \"$($_.Id) $($_.Extensions.Count)\" }");

        Assert.Equal(["good 1"], result.Values<string>());
        ErrorAssert.Is(result, "InvalidRecord", ErrorCategory.InvalidData, "v=STSv1; id=no-good;");
    }

    [Theory]
    [InlineData("'v=STSv1; id=1;' | Test-MtaStsRecord -Quiet", true)]
    [InlineData("'v=spf1 -all', 'v=STSv1; id=1;' | Test-MtaStsRecord -Quiet", true)]
    [InlineData("'v=STSv1; id=1;', 'v=STSv1; id=2;' | Test-MtaStsRecord -Quiet", false)]
    [InlineData("Test-MtaStsRecord -TxtRecord 'v=STSv1; id=1;', 'v=STSv1; id=no-good;' -Quiet", false)]
    [InlineData("Test-MtaStsRecord -TxtRecord @() -Quiet", false)]
    [InlineData("'v=TLSRPTv1; rua=mailto:a@example.com' | Test-TlsRptRecord -Quiet", true)]
    [InlineData("'v=TLSRPTv1; rua=a@example.com' | Test-TlsRptRecord -Quiet", false)]
    [InlineData("Test-TlsRptRecord @() -Quiet", false)]
    public void The_records_of_a_name_are_assessed_together(string script, bool usable) =>
        Assert.Equal(usable, _session.Run(script).Only<bool>());

    [Fact]
    public void Two_records_are_one_finding()
    {
        var result = _session.Run("Test-MtaStsRecord -TxtRecord 'v=STSv1; id=1;', 'v=STSv1; id=2;' | ForEach-Object { \"$($_.Severity)\" }");

        Assert.Equal("Error", result.Only<string>());
    }

    [Fact]
    public void A_reporting_record_takes_addresses_and_uris()
    {
        var text = _session.Run("\"$(New-TlsRptRecord -Rua reports@example.com, 'https://reports.example.net/a,b!c')\"").Only<string>();

        Assert.Equal("v=TLSRPTv1; rua=mailto:reports@example.com,https://reports.example.net/a%2Cb%21c;", text);
        Assert.Equal(2, _session.Set("text", text).Run("(ConvertFrom-TlsRptRecord $text).Rua.Count").Only<int>());
    }

    [Fact]
    public void A_report_address_that_is_no_uri_is_refused()
    {
        var result = _session.Run("New-TlsRptRecord -Rua ftp://reports.example.com/");

        Assert.Empty(result.Output);
        Assert.StartsWith("InvalidRecord,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, result.Error.CategoryInfo.Category);
    }

    [Fact]
    public void An_id_of_a_policy_changes_only_with_the_policy()
    {
        var result = _session.Run("""
            $policy = New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w
            $first = New-MtaStsRecord -Policy $policy
            ($first | New-MtaStsRecord -Policy $policy) -eq $first
            ($first | New-MtaStsRecord -Policy (New-MtaStsPolicy -Mode Testing -MX mail.example.com)) -eq $first
            """);

        Assert.Equal([true, false], result.ThrowIfFailed().Values<bool>());
    }

    [Fact]
    public void An_id_is_given_or_derived_and_not_both()
    {
        var result = _session.Run("New-MtaStsRecord -Id 1 -Policy (New-MtaStsPolicy -Mode None)");

        Assert.StartsWith("AmbiguousParameterSet,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
