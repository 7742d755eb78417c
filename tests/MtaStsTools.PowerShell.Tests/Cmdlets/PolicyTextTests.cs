using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Policies as text and as values, without a network.</summary>
public sealed class PolicyTextTests : IDisposable
{
    private const string GoodLines = "'version: STSv1', 'mode: enforce', 'mx: mail.example.com', 'max_age: 604800'";

    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(GoodLines + " | ConvertFrom-MtaStsPolicy")]
    [InlineData("((" + GoodLines + ") -join \"`n\") | ConvertFrom-MtaStsPolicy")]
    [InlineData("ConvertFrom-MtaStsPolicy ((" + GoodLines + ") -join \"`r`n\")")]
    [InlineData("ConvertFrom-MtaStsPolicy -Text (" + GoodLines + ")")]
    public void A_policy_is_read_whole_or_line_by_line(string script)
    {
        var result = _session.Run($"{script} | ForEach-Object {{ \"$($_.Mode) $($_.Mx) $($_.MaxAge.TotalDays)\" }}");

        Assert.Equal("Enforce mail.example.com 7", result.Only<string>());
    }

    [Fact]
    public void Several_whole_policies_in_a_pipeline_stay_apart()
    {
        var result = _session.Run($"$whole = ({GoodLines}) -join \"`n\"; $whole, $whole | ConvertFrom-MtaStsPolicy");

        Assert.Equal(2, result.ThrowIfFailed().Output.Count);
    }

    [Fact]
    public void An_invalid_text_is_an_error_that_names_the_rule_and_the_next_one_is_read()
    {
        const string bad = "version: STSv1\nmode: enforced\nmx: mail.example.com\nmax_age: 604800\n";
        _session.Set("bad", bad);

        var result = _session.Run($"$bad, (({GoodLines}) -join \"`n\") | ConvertFrom-MtaStsPolicy");

        Assert.Single(result.Output);
        var error = ErrorAssert.Is(result, "InvalidPolicy", ErrorCategory.InvalidData, bad);
        Assert.Contains("MTASTS1", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_weakness_is_a_warning_with_its_rule()
    {
        var result = _session.Run("'version: STSv1', 'mode: enforce', 'mx: mail.example.com', 'max_age: 3600' | ConvertFrom-MtaStsPolicy");

        Assert.Single(result.ThrowIfFailed().Output);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("MTASTS1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("604800")]
    [InlineData("7d")]
    [InlineData("'7d'")]
    [InlineData("1w")]
    [InlineData("168h")]
    [InlineData("'7.00:00:00'")]
    [InlineData("([timespan]::FromDays(7))")]
    public void A_max_age_is_taken_in_every_usual_form(string maxAge)
    {
        var result = _session.Run($"(New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge {maxAge}).MaxAge.TotalSeconds");

        Assert.Equal(604800d, result.Only<double>());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("'7 weeks'")]
    [InlineData("1e300")]
    public void A_max_age_that_is_none_is_refused_with_the_value(string maxAge)
    {
        var result = _session.Run($"New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge {maxAge}");

        Assert.Empty(result.Output);
        Assert.Equal("ParameterArgumentTransformationError,MtaStsTools.PowerShell.Commands.NewMtaStsPolicyCommand", result.Error.FullyQualifiedErrorId);
        Assert.Contains("is not a duration", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_is_none_is_quoted_as_it_was_written()
    {
        var result = _session.Run("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 2y");

        Assert.Contains("'2y' is not a duration", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_that_may_be_seconds_or_days_is_refused()
    {
        var result = _session.Run("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge ([decimal]7)");

        Assert.Empty(result.Output);
        Assert.Contains("of seconds or of days", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_from_the_pipeline_go_into_one_policy()
    {
        var result = _session.Run("'mx1.example.com', '*.example.net' | New-MtaStsPolicy -Mode Testing -MaxAge 1d | ForEach-Object { $_.Mx -join ' ' }");

        Assert.Equal("mx1.example.com *.example.net", result.Only<string>());
    }

    [Theory]
    [InlineData("mail_1.example.com")]
    [InlineData("mail.*.example.com")]
    [InlineData("192.0.2.1")]
    [InlineData("https://mail.example.com")]
    public void A_host_that_no_policy_may_name_is_refused(string host)
    {
        var result = _session.Run($"New-MtaStsPolicy -Mode Enforce -MX '{host}' -MaxAge 4w");

        Assert.Empty(result.Output);
        Assert.StartsWith("InvalidPolicy,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, result.Error.CategoryInfo.Category);
        Assert.Contains(host, result.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_enforces_names_hosts()
    {
        var result = _session.Run("New-MtaStsPolicy -Mode Enforce -MaxAge 4w");

        Assert.Empty(result.Output);
        Assert.StartsWith("InvalidPolicy,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_takes_back_needs_no_hosts()
    {
        var text = _session.Run("\"$(New-MtaStsPolicy -Mode None -MaxAge 1d)\"").Only<string>();

        Assert.Equal("version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n", text);
    }

    [Fact]
    public void Unknown_fields_are_written_and_read_back()
    {
        var text = _session.Run("\"$(New-MtaStsPolicy -Mode None -MaxAge 1d -Extension @{ 'x-note' = 'kept' } | ForEach-Object ToString | ConvertFrom-MtaStsPolicy)\"");

        Assert.Contains("x-note: kept\r\n", text.Only<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_policy_has_no_findings()
    {
        var result = _session.Run($"Test-MtaStsPolicy -Text ({GoodLines})");

        Assert.Empty(result.ThrowIfFailed().Output);
    }

    [Fact]
    public void A_finding_says_where_and_what_to_do()
    {
        var result = _session.Run("""
            'version: STSv1', 'mode: enforced', 'mx: mail.example.com', 'max_age: 604800' | Test-MtaStsPolicy |
                ForEach-Object { "$($_.Severity) $($_.Line):$($_.Column) $($_.Evidence) $($_.Remedy.Length -gt 0) $($_.HelpUri.Scheme)" }
            """);

        Assert.Equal("Error 2:7 enforced True https", result.Only<string>());
    }

    [Fact]
    public void A_policy_object_is_assessed_from_the_pipeline()
    {
        var ids = _session.Run("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 2w | Test-MtaStsPolicy -MinimumEnforceMaxAge 4w | ForEach-Object Severity");

        Assert.Equal("Warning", ids.ThrowIfFailed().Output.Single().ToString());
    }

    [Theory]
    [InlineData("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w | Test-MtaStsPolicy -Quiet", true)]
    [InlineData("Test-MtaStsPolicy -Text 'version: STSv1' -Quiet", false)]
    [InlineData("'version: STSv1', 'mode: enforce', 'mx: mail.example.com', 'max_age: 3600' | Test-MtaStsPolicy -Quiet", true)]
    public void Quiet_gives_only_whether_there_is_no_error(string script, bool valid) =>
        Assert.Equal(valid, _session.Run(script).Only<bool>());

    [Fact]
    public void A_finding_leads_to_its_rule()
    {
        var result = _session.Run("'version: STSv1; mode: enforce; mx: mail.example.com; max_age: 604800' | Test-MtaStsPolicy | Get-MtaStsRule | ForEach-Object Id");

        Assert.NotEmpty(result.ThrowIfFailed().Values<string>());
    }

    [Fact]
    public void Rules_are_found_by_what_they_are_about()
    {
        var ids = _session.Run("Get-MtaStsRule -Category Dane -Severity Error | ForEach-Object Id").Values<string>();
        Assert.Equal(RuleCatalog.All.Where(rule => rule is { Category: RuleCategory.Dane, Severity: Severity.Error }).Select(rule => rule.Id), ids);
        Assert.NotEmpty(ids);
    }
}
