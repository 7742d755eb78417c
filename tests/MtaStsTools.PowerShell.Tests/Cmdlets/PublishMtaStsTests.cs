using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Publish-MtaSts</c>, <c>Invoke-MtaStsPlan</c> and the TLSRPT record, against the laboratory: a real folder behind HTTPS, a real zone.</summary>
public sealed class PublishMtaStsTests(LabFixture lab)
{
    [Fact]
    public void The_file_is_served_the_record_announces_it_and_a_second_time_nothing_is_written()
    {
        var domain = Add("safely");
        using var session = OpenAt(lab, domain);

        var first = session.Run("$result = Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -PassThru; $result").ThrowIfFailed();
        Assert.Equal(["Changed", "Verified", "Changed", "Verified", "Verified"], session.Run("$result.Steps.State | ForEach-Object { \"$_\" }").Values<string>());
        Assert.True(((ChangeResult)first.Output[0].BaseObject).AllAgree);
        Assert.Equal(2, lab.Lab.Txt(domain, "_mta-sts").Count);
        Assert.Equal("Enforce", session.Run("\"$((Get-MtaStsPolicy $domain).Mode)\"").Only<string>());

        Assert.Equal("False True", session.Run("$again = Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -PassThru; \"$($again.Changed) $($again.AllAgree)\"").Only<string>());
    }

    [Fact]
    public void WhatIf_prints_the_numbered_steps_and_writes_nothing()
    {
        var domain = Add("steps");
        using var session = OpenAt(lab, domain);

        var screen = session.Render("Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -WhatIf");

        Assert.Contains("What if: 1. Policy file of steps.test, folder", screen, StringComparison.Ordinal);
        Assert.Contains("+ mode: enforce", screen, StringComparison.Ordinal);
        Assert.Contains("2. mta-sts.steps.test: the policy is fetched from every address and compared.", screen, StringComparison.Ordinal);
        Assert.Contains("3. _mta-sts.steps.test in the zone steps.test", screen, StringComparison.Ordinal);
        Assert.Contains("+ _mta-sts.steps.test. 300 IN TXT \"v=STSv1; id=", screen, StringComparison.Ordinal);
        Assert.Contains("4. _mta-sts.steps.test: every authoritative server of steps.test is asked", screen, StringComparison.Ordinal);
        Assert.Contains("5. steps.test: the domain is tested.", screen, StringComparison.Ordinal);
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt(domain, "_mta-sts"));
        Assert.False(Directory.Exists(Path.Combine(lab.Lab.WebFolder, "mta-sts.steps.test")));
    }

    [Theory]
    [InlineData("clixml", "$kept = [System.Management.Automation.PSSerializer]::Serialize($plan, 2); $plan = [System.Management.Automation.PSSerializer]::Deserialize($kept)")]
    [InlineData("json", "$kept = $plan.Json; $plan = $kept")]
    [InlineData("lines", "$kept = $plan.Json; $plan = $kept -split '\\r?\\n'")]
    public void A_plan_that_was_kept_is_applied_later(string name, string keep)
    {
        var domain = Add($"kept-{name}");
        using var session = OpenAt(lab, domain);
        var kept = session.Run($"""
            $plan = Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -WhatIf -PassThru
            {keep}
            """).ThrowIfFailed();
        Assert.Empty(kept.Warnings);
        Assert.DoesNotContain(lab.Lab.UpdateKey.SecretBase64, session.Run("$kept").Only<string>(), StringComparison.Ordinal);

        var result = session.Run("Invoke-MtaStsPlan -Plan $plan -To $web -Provider $dns -PassThru");
        Assert.True(result.Only<ChangeResult>().AllAgree);
        Assert.Equal(2, lab.Lab.Txt(domain, "_mta-sts").Count);

        Assert.False(session.Run("Invoke-MtaStsPlan -Plan $plan -To $web -Provider $dns -PassThru").Only<ChangeResult>().Changed);
    }

    [Fact]
    public void A_deserialized_plan_shows_its_steps()
    {
        var domain = Add("shown");
        using var session = OpenAt(lab, domain);
        var screen = session.Render("""
            $plan = Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -WhatIf -PassThru
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($plan, 2))
            """);
        Assert.Contains("5. shown.test: the domain is tested.", screen.Split("What if:")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_refused_with_the_differences_when_the_world_has_moved()
    {
        var domain = Add("moved");
        using var session = OpenAt(lab, domain);
        session.Run("$plan = Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -WhatIf -PassThru").ThrowIfFailed();
        lab.Lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=theirs;");

        var result = session.Run("$plan | Invoke-MtaStsPlan -To $web -Provider $dns");

        ErrorAssert.Is(result, "PlanOutdated", ErrorCategory.InvalidOperation, domain);
        Assert.Contains("_mta-sts.moved.test: was \"v=spf1 -all\", is \"v=STSv1; id=theirs;\".", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(["v=STSv1; id=theirs;"], lab.Lab.Txt(domain, "_mta-sts"));
    }

    [Theory]
    [InlineData("Invoke-MtaStsPlan -Plan 'hello' -To $web -Provider $dns", "The JSON text is no plan")]
    [InlineData("Invoke-MtaStsPlan -Plan 7 -To $web -Provider $dns", "It is no plan.")]
    public void What_is_no_plan_is_an_error_that_says_so(string script, string expected)
    {
        using var session = OpenAt(lab, "good.test");
        Assert.Contains(expected, session.Run(script).Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_sender_is_served_stops_before_the_record_and_the_error_says_what_state_things_are_in()
    {
        var domain = Add("elsewhere");
        lab.Lab.SetPolicy(domain, null);
        using var session = OpenAt(lab, domain);
        Directory.CreateDirectory(Path.Combine(lab.Lab.WebFolder, "not-served"));

        var result = session.Run("Publish-MtaSts $domain -Policy $policy -To (New-MtaStsPolicyHost -Folder \"$webFolder/not-served/{host}\") -Provider $dns -FetchTimeoutSec 0");

        ErrorAssert.Is(result, "ChangeStopped", ErrorCategory.InvalidResult, domain);
        Assert.Contains("MTASTS8001", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("So far: 1. policy file of elsewhere.test: stored at", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("3. _mta-sts.elsewhere.test: not begun.", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt(domain, "_mta-sts"));

        session.Run("Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns").ThrowIfFailed();
        Assert.Equal(2, lab.Lab.Txt(domain, "_mta-sts").Count);
    }

    [Fact]
    public void Enforce_under_which_an_MX_loses_its_mail_stores_nothing_at_all()
    {
        using var session = OpenAt(lab, "mx-expired.test");
        var result = session.Run("Publish-MtaSts $domain -Policy (New-MtaStsPolicy -Mode Enforce -MaxAge 2w -Mx mx1.mx-expired.test) -To $web -Provider $dns");
        ErrorAssert.Is(result, "ChangeRefused", ErrorCategory.InvalidOperation, "mx-expired.test");
        Assert.Contains("MTASTS8004", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(lab.Lab.WebFolder, "mta-sts.mx-expired.test")));
    }

    [Fact]
    public void A_provider_that_pretends_is_told_by_its_own_words()
    {
        var domain = Add("pretending", scenario => scenario with { UpdateFault = MtaStsTools.Lab.UpdateFault.Pretend });
        using var session = OpenAt(lab, domain);
        var result = session.Run("Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -ReadBackTimeoutSec 0");
        ErrorAssert.Is(result, "ChangeStopped", ErrorCategory.InvalidResult, domain);
        Assert.Contains("MTASTS8022", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secondary_that_lags_is_a_warning_and_the_domain_is_tested()
    {
        var domain = Add("slow-second", scenario => scenario with { SecondNameServer = MtaStsTools.Lab.SecondNameServer.Lagging });
        lab.Lab.SetLag(domain, TimeSpan.FromHours(1));
        using var session = OpenAt(lab, domain);
        var result = session.Run("Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -ReadBackTimeoutSec 1 -PassThru");
        Assert.Contains(result.Warnings, warning => warning.StartsWith("MTASTS8012", StringComparison.Ordinal));
        var change = result.Only<ChangeResult>();
        Assert.False(change.AllAgree);
        Assert.Equal(StepState.Verified, change.Steps[4].State);
    }

    [Fact]
    public void The_result_has_a_line_for_each_step()
    {
        var domain = Add("lines");
        using var session = OpenAt(lab, domain);
        var screen = session.Render("Publish-MtaSts $domain -Policy $policy -To $web -Provider $dns -PassThru");
        Assert.Contains("1. policy file of lines.test: stored at", screen, StringComparison.Ordinal);
        Assert.Contains("5. lines.test, test: tested, Pass.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_TLSRPT_record_is_published_beside_foreign_values_changed_and_removed()
    {
        var domain = Add("reports", scenario => scenario.WithTlsRpt("v=spf1 -all"));
        using var session = OpenAt(lab, domain);

        Assert.Contains("+ _smtp._tls.reports.test. 300 IN TXT \"v=TLSRPTv1; rua=mailto:a@reports.test;\"", session.Render("Publish-TlsRptRecord $domain -Rua a@reports.test -Provider $dns @lab -WhatIf"), StringComparison.Ordinal);
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt(domain, "_smtp._tls"));

        const string publish = "Publish-TlsRptRecord $domain -Rua a@reports.test, https://reports.test/tls -Provider $dns @lab -PassThru | ForEach-Object { \"$($_.Changed) $($_.AllAgree) $($_.TextAfter)\" }";
        Assert.Equal("True True v=TLSRPTv1; rua=mailto:a@reports.test,https://reports.test/tls;", session.Run(publish).Only<string>());
        Assert.StartsWith("False True", session.Run(publish).Only<string>(), StringComparison.Ordinal);
        Assert.Equal(["v=TLSRPTv1; rua=mailto:a@reports.test,https://reports.test/tls;", "v=spf1 -all"], lab.Lab.Txt(domain, "_smtp._tls").Order(StringComparer.Ordinal));

        session.Run("Publish-TlsRptRecord $domain -Record (New-TlsRptRecord -Rua mailto:b@reports.test) -Provider $dns @lab").ThrowIfFailed();
        Assert.Equal("mailto:b@reports.test", session.Run("(Get-TlsRptRecord $domain).Rua").Only<string>());

        session.Run("Unpublish-TlsRptRecord $domain -Provider $dns @lab -Confirm:$false").ThrowIfFailed();
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt(domain, "_smtp._tls"));
    }

    [Theory]
    [InlineData("Publish-TlsRptRecord good.test -Provider $dns", "RuaOrRecordMissing")]
    [InlineData("Publish-TlsRptRecord good.test -Rua a@b.test -Record (New-TlsRptRecord -Rua mailto:a@b.test) -Provider $dns", "RuaOrRecordMissing")]
    [InlineData("Publish-TlsRptRecord good.test -Rua ftp://example.com -Provider $dns", "InvalidRecord")]
    public void A_TLSRPT_record_that_cannot_be_is_an_error(string script, string errorId)
    {
        using var session = OpenAt(lab, "good.test");
        Assert.StartsWith(errorId + ",", session.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private string Add(string name, Func<MtaStsTools.Lab.LabScenario, MtaStsTools.Lab.LabScenario>? change = null)
    {
        var scenario = Sound(name, "For a test of the safe order.").WithMtaSts("v=spf1 -all");
        return lab.Lab.Add(change is null ? scenario : change(scenario)).Domain;
    }

    /// <summary>A session with a provider, a policy host, a domain and a policy for it.</summary>
    internal static ModuleSession OpenAt(LabFixture lab, string domain)
    {
        var session = lab.Open();
        session.Run(
            """
            param($WebFolder, $Domain)
            $global:webFolder, $global:domain = $WebFolder, $Domain
            $defaults = $PSDefaultParameterValues
            $key = @{ KeyName = $defaults['*publish-MtaStsRecord:KeyName']; KeySecret = $defaults['*publish-MtaStsRecord:KeySecret'] }
            $port = $defaults['*publish-MtaStsRecord:Port']
            $global:dns = New-MtaStsDnsProvider -Rfc2136 $defaults['*publish-MtaStsRecord:Server'] -Port $port @key
            $global:web = New-MtaStsPolicyHost -Folder "$WebFolder/{host}"
            $global:lab = @{ NameServerPort = $port; AllowPrivateAddress = $true; TimeoutSec = 5 }
            $defaults['*-MtaSts:NameServerPort'] = $port
            $defaults['*-MtaStsPlan:NameServerPort'] = $port
            $defaults['*-MtaStsMode:NameServerPort'] = $port
            $global:policy = New-MtaStsPolicy -Mode Enforce -MaxAge 4w -Mx "mx1.$Domain"
            """,
            lab.Lab.WebFolder,
            domain).ThrowIfFailed();
        return session;
    }
}
