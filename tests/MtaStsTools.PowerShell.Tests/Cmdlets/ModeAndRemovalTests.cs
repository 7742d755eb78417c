using System.Globalization;
using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Set-MtaStsMode</c>, <c>Remove-MtaSts</c> and <c>Publish-MtaSts -DelegateTo</c> against the laboratory.</summary>
public sealed class ModeAndRemovalTests(LabFixture lab)
{
    [Fact]
    public void A_tested_policy_is_enforced_and_keeps_all_else()
    {
        var domain = Add("climbs");
        Store(domain, PolicyText("testing", 604_800, $"mx1.{domain}"));
        using var session = PublishMtaStsTests.OpenAt(lab, domain);

        var result = session.Run("Set-MtaStsMode $domain -Mode Enforce -To $web -Provider $dns -PassThru").Only<ChangeResult>();

        Assert.True(result.AllAgree, result.ToString());
        Assert.Equal(PolicyText("enforce", 604_800, $"mx1.{domain}"), Stored(domain));
        Assert.Equal("Enforce", session.Run("(Test-MtaStsDomain $domain).Mode.ToString()").Only<string>());
    }

    [Fact]
    public void Enforce_without_reports_is_refused_and_force_says_what_it_overrode()
    {
        var domain = Add("no-reports", scenario => scenario.WithTlsRpt());
        Store(domain, PolicyText("testing", 604_800, $"mx1.{domain}"));
        using var session = PublishMtaStsTests.OpenAt(lab, domain);

        var refused = session.Run("Set-MtaStsMode $domain -Mode Enforce -To $web -Provider $dns");
        ErrorAssert.Is(refused, "ChangeRefused", ErrorCategory.InvalidOperation, domain);
        Assert.Contains("MTASTS8025", refused.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("mode: testing", Stored(domain), StringComparison.Ordinal);

        var forced = session.Run("Set-MtaStsMode $domain -Mode Enforce -To $web -Provider $dns -Force").ThrowIfFailed();
        Assert.Contains(forced.Warnings, warning => warning.StartsWith("MTASTS8008: MTASTS8025 was overridden", StringComparison.Ordinal));
        Assert.Contains("mode: enforce", Stored(domain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lifetime_that_climbs_in_steps_says_when_to_come_back()
    {
        var domain = Add("in-steps");
        Store(domain, PolicyText("testing", 604_800, $"mx1.{domain}"));
        using var session = PublishMtaStsTests.OpenAt(lab, domain);
        const string climb = "Set-MtaStsMode $domain -Mode Enforce -MaxAge 12w -InSteps -To $web -Provider $dns -PassThru";

        Assert.Null(session.Run(climb).Only<ChangeResult>().NotBefore);
        Assert.Contains("max_age: 86400", Stored(domain), StringComparison.Ordinal);

        var early = session.Run(climb);
        Assert.NotNull(early.Only<ChangeResult>().NotBefore);
        Assert.Contains(early.Warnings, warning => warning.StartsWith($"Not yet: {domain} waits until ", StringComparison.Ordinal));
        Assert.Contains("max_age: 86400", Stored(domain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_announces_none_waits_without_an_error_and_ends_after_its_date()
    {
        var domain = Add("leaves");
        lab.Lab.SetPolicy(domain, null);
        Store(domain, PolicyText("enforce", 604_800, $"mx1.{domain}"));
        using var session = PublishMtaStsTests.OpenAt(lab, domain);
        const string remove = "Remove-MtaSts $domain -To $web -Provider $dns -Confirm:$false -PassThru";

        var plan = session.Render("Remove-MtaSts $domain -To $web -Provider $dns -WhatIf");
        Assert.Contains("+ mode: none", plan, StringComparison.Ordinal);
        Assert.Contains("leaves.test: wait until ", plan, StringComparison.Ordinal);
        Assert.Contains("- _mta-sts.leaves.test.", plan, StringComparison.Ordinal);
        Assert.Contains("mode: enforce", Stored(domain), StringComparison.Ordinal);

        var first = session.Run(remove);
        var until = first.Only<ChangeResult>().NotBefore!.Value;
        Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.FromDays(7.9), TimeSpan.FromDays(8));
        Assert.Contains(first.Warnings, warning => warning.Contains("8 days from now", StringComparison.Ordinal));
        Assert.Contains("mode: none", Stored(domain), StringComparison.Ordinal);
        Assert.Single(lab.Lab.Txt(domain, "_mta-sts"), text => text.StartsWith("v=STSv1", StringComparison.Ordinal));
        Assert.Contains("Not before ", session.Render(remove), StringComparison.Ordinal);

        // Eight days later.
        var mark = until.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Store(domain, Stored(domain).Replace(mark, "20260101T000000Z", StringComparison.Ordinal));
        var last = session.Run(remove).Only<ChangeResult>();
        Assert.Null(last.NotBefore);
        Assert.True(last.AllAgree, last.ToString());
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt(domain, "_mta-sts"));
        Assert.False(File.Exists(PathOf(domain)));
    }

    [Fact]
    public void Many_domains_share_one_record_and_one_whose_certificate_is_not_there_is_not_announced()
    {
        const string owner = "shared.test";
        lab.Lab.Add(Sound("shared", "The policy host of many domains.").WithMtaSts().WithPolicyHost(host => host with
        {
            Body = null,
            Certificate = host.Certificate with { DnsNames = ["mta-sts.shared.test", "mta-sts.alias-ready.test", "mta-sts.alias-announced.test"] },
        }));
        Alias("alias-announced", announced: true);
        Alias("alias-ready", announced: false);
        Alias("alias-bare", announced: false);
        using var session = PublishMtaStsTests.OpenAt(lab, owner);
        Directory.CreateDirectory(Path.Combine(lab.Lab.WebFolder, "mta-sts.shared.test"));

        var result = session.Run("""
            $shared = New-MtaStsPolicyHost -Folder "$webFolder/mta-sts.shared.test"
            $policy = New-MtaStsPolicy -Mode Testing -MaxAge 1w -Mx mx1.shared.test
            'alias-announced.test', 'alias-ready.test', 'alias-bare.test' | Publish-MtaSts -DelegateTo $domain -Policy $policy -To $shared -Provider $dns -PassThru
            """);

        var change = result.Only<ChangeResult>();
        Assert.Equal(1, change.Steps.Count(step => step.State == StepState.Changed && step is PublishResult));
        Assert.StartsWith("v=STSv1; id=", Assert.Single(lab.Lab.Txt(owner, "_mta-sts")), StringComparison.Ordinal);
        Assert.Equal(
            [("alias-announced.test", StepState.Verified), ("alias-ready.test", StepState.Failed), ("alias-bare.test", StepState.Failed)],
            change.Steps.OfType<CheckResult>().Where(step => step.Step is DelegationStep).Select(step => (step.Domain, step.State)));
        Assert.Contains(result.Warnings, warning => warning.Contains("_mta-sts.alias-ready.test. IN CNAME _mta-sts.shared.test.", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.StartsWith("MTASTS8029: alias-bare.test is not ready", StringComparison.Ordinal) && warning.Contains("mta-sts.alias-bare.test. IN CNAME mta-sts.shared.test.", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Warnings, warning => warning.Contains("_mta-sts.alias-bare.test. IN CNAME", StringComparison.Ordinal));
    }

    [Fact]
    public void An_announced_alias_whose_certificate_is_gone_stops_the_plan_before_the_shared_record_changes()
    {
        const string owner = "shared-broken.test";
        lab.Lab.Add(Sound("shared-broken", "A policy host that has lost a name of its certificate.").WithMtaSts());
        Alias("alias-lost", announced: true, owner);
        using var session = PublishMtaStsTests.OpenAt(lab, owner);
        var result = session.Run("Publish-MtaSts alias-lost.test -DelegateTo $domain -Policy (New-MtaStsPolicy -Mode Testing -MaxAge 1w -Mx mx1.shared-broken.test) -To $web -Provider $dns -FetchTimeoutSec 0");
        Assert.StartsWith("ChangeStopped,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("alias-lost.test", result.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Lab.Txt(owner, "_mta-sts"));
    }

    private void Alias(string name, bool announced, string owner = "shared.test") => lab.Lab.Add(new MtaStsTools.Lab.LabScenario(name, $"{name}.test", "A domain that shares the policy of another.")
    {
        Records =
        [
            MtaStsTools.Lab.LabRecord.Cname("mta-sts", $"mta-sts.{owner}."),
            MtaStsTools.Lab.LabRecord.Mx("@", 10, $"mx1.{owner}."),
            .. announced ? [MtaStsTools.Lab.LabRecord.Cname("_mta-sts", $"_mta-sts.{owner}.")] : Array.Empty<MtaStsTools.Lab.LabRecord>(),
        ],
    });

    private string Add(string name, Func<MtaStsTools.Lab.LabScenario, MtaStsTools.Lab.LabScenario>? change = null)
    {
        var scenario = Sound(name, "For a test of modes and removals.").WithMtaSts("v=spf1 -all", GoodRecord);
        return lab.Lab.Add(change is null ? scenario : change(scenario)).Domain;
    }

    private string PathOf(string domain) => Path.Combine(lab.Lab.WebFolder, $"mta-sts.{domain}", ".well-known", "mta-sts.txt");

    private string Stored(string domain) => File.ReadAllText(PathOf(domain));

    private void Store(string domain, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(domain))!);
        File.WriteAllText(PathOf(domain), text);
    }
}
