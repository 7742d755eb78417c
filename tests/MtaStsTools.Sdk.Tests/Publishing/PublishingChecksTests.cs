using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Planning;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.PublishingLab;
using static MtaStsTools.Sdk.Tests.Publishing.Reports;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class PublishingChecksTests
{
    private static readonly MxReport Delivered = new() { Host = "mail.example.com", CoveredBy = "mail.example.com", Outcome = SenderOutcome.Deliver };
    private static readonly MxReport Refused = Delivered with
    {
        Outcome = SenderOutcome.Refuse,
        ResultType = ResultTypes.StartTlsNotSupported,
        Findings = [MailExchangerRules.NoStartTls.On("mail.example.com", "mail.example.com")],
    };

    [Fact]
    public void The_served_policy_with_sound_hosts_raises_nothing()
    {
        Assert.Empty(PublishingChecks.Assess(Of(OtherPolicy, [Delivered]), OtherPolicy));
        Assert.Empty(PublishingChecks.Assess(Of(OtherPolicy, [Delivered]), policy: null));
        Assert.Empty(PublishingChecks.Assess(Of(Policy, [Refused]), Policy));
    }

    [Fact]
    public void A_missing_record_is_no_objection_to_publishing_one() =>
        Assert.Empty(PublishingChecks.Assess(Of(Policy, [Delivered], RecordRules.NoRecord.On("_mta-sts.example.com", 0), AnnouncementRules.PolicyWithoutRecord.On(Host, Host)), Policy));

    [Fact]
    public void A_policy_that_cannot_be_fetched_refuses_and_says_why()
    {
        var finding = Assert.Single(PublishingChecks.Assess(Of(null, [], PolicyHostRules.HttpStatus.On(Host, Host, 404)), Policy));
        Assert.Equal(PublishingRules.LivePolicyUnavailable.Id, finding.Id);
        Assert.Contains("404", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Host, finding.Subject);
    }

    [Fact]
    public void A_policy_that_senders_will_not_take_from_its_host_is_unavailable_even_if_it_could_be_read() =>
        Assert.Equal([PublishingRules.LivePolicyUnavailable.Id], Ids(PublishingChecks.Assess(Of(Policy, [], PolicyHostRules.MediaTypeWrong.On(Host, "text/html")), Policy)), StringComparer.Ordinal);

    [Fact]
    public void A_policy_that_was_not_looked_at_is_unavailable() =>
        Assert.Equal([PublishingRules.LivePolicyUnavailable.Id], Ids(PublishingChecks.Assess(Of(null, []), policy: null)), StringComparer.Ordinal);

    [Fact]
    public void An_invalid_policy_refuses() =>
        Assert.Equal([PublishingRules.LivePolicyInvalid.Id], Ids(PublishingChecks.Assess(Of(null, [], PolicyRules.BlankLine.On(Host)), Policy)), StringComparer.Ordinal);

    [Fact]
    public void Another_policy_refuses_and_names_each_difference()
    {
        var served = Policy with { MaxAge = TimeSpan.FromDays(1), Mx = ["old.example.com"] };
        var finding = Assert.Single(PublishingChecks.Assess(Of(served, [Delivered]), Policy));
        Assert.Equal(PublishingRules.LivePolicyDiffers.Id, finding.Id);
        Assert.Equal(
            $"The policy that {Host} serves is not the one to be announced: its max_age is 86400 and not 604800; it lacks mx mail.example.com; it has the further mx old.example.com.",
            finding.Message);
    }

    [Fact]
    public void Addresses_that_disagree_refuse() =>
        Assert.Equal([PublishingRules.LivePolicyDiffers.Id], Ids(PublishingChecks.Assess(Of(Policy, [], PolicyHostRules.PolicyDiffersByAddress.On(Host, Host, "two")), Policy)), StringComparer.Ordinal);

    [Fact]
    public void Enforce_refuses_for_each_host_that_senders_would_refuse()
    {
        var findings = PublishingChecks.Assess(Of(OtherPolicy, [Delivered, Refused]), OtherPolicy);
        Assert.Equal(PublishingRules.EnforceWouldRefuse.Id, Assert.Single(findings).Id);
        Assert.Contains("STARTTLS", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enforce_with_a_host_that_could_not_be_asked_is_a_warning()
    {
        var finding = Assert.Single(PublishingChecks.Assess(Of(OtherPolicy, [Delivered with { Outcome = SenderOutcome.Unknown }]), OtherPolicy));
        Assert.Equal((PublishingRules.EnforceUnproven.Id, Severity.Warning), (finding.Id, finding.Severity));
    }

    [Fact]
    public void Enforce_without_any_known_host_is_a_warning() =>
        Assert.Equal([PublishingRules.EnforceUnproven.Id], Ids(PublishingChecks.Assess(Of(OtherPolicy, []), OtherPolicy)), StringComparer.Ordinal);

    [Fact]
    public void Coverage_is_assessed_by_the_policy_that_is_to_be_announced()
    {
        var uncovered = Delivered with { Host = "backup.example.com", CoveredBy = "backup.example.com" };
        var served = OtherPolicy with { Mx = ["mail.example.com", "backup.example.com"] };
        Assert.Equal(
            [PublishingRules.LivePolicyDiffers.Id, PublishingRules.EnforceWouldRefuse.Id],
            Ids(PublishingChecks.Assess(Of(served, [Delivered, uncovered]), OtherPolicy)),
            StringComparer.Ordinal);

        var newlyCovered = Delivered with { CoveredBy = null, Outcome = SenderOutcome.Refuse, Findings = [MailExchangerRules.NotCovered.On("mail.example.com", "mail.example.com")] };
        Assert.Equal(
            [PublishingRules.LivePolicyDiffers.Id],
            Ids(PublishingChecks.Assess(Of(OtherPolicy with { Mx = ["old.example.com"] }, [newlyCovered]), OtherPolicy)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void What_only_the_served_policy_left_uncovered_refuses_no_other_policy_whatever_else_is_weak()
    {
        var host = Delivered with
        {
            CoveredBy = null,
            Outcome = SenderOutcome.Refuse,
            Findings =
            [
                MailExchangerRules.NotCovered.On("mail.example.com", "mail.example.com"),
                MailExchangerRules.CertificateExpiresSoon.On("mail.example.com", "mail.example.com", DateTime.UnixEpoch),
            ],
        };
        Assert.DoesNotContain(
            PublishingRules.EnforceWouldRefuse.Id,
            Ids(PublishingChecks.Assess(Of(OtherPolicy with { Mx = ["old.example.com"] }, [host]), OtherPolicy)),
            StringComparer.Ordinal);
    }

    public static TheoryData<string, DnsOutcome, int> WithoutPolicy => new()
    {
        { "mta-sts.example.com does not exist.", DnsOutcome.NameDoesNotExist, 0 },
        { "mta-sts.example.com has no address.", DnsOutcome.NoData, 0 },
        { "the addresses of mta-sts.example.com could not be looked up: SERVFAIL.", DnsOutcome.ServerFailure, 0 },
        { "mta-sts.example.com was not asked.", DnsOutcome.Answered, 0 },
        { "mta-sts.example.com was asked and gave no policy that can be read.", DnsOutcome.Answered, 1 },
    };

    [Theory]
    [MemberData(nameof(WithoutPolicy))]
    public void Where_there_is_no_policy_the_objection_and_the_advice_say_what_happened(string expected, DnsOutcome addresses, int fetches)
    {
        var report = WithPolicyHost(addresses, fetches);

        var finding = Assert.Single(PublishingChecks.Assess(report, Policy));
        Assert.Equal(PublishingRules.LivePolicyUnavailable.Id, finding.Id);
        Assert.EndsWith("would announce nothing: " + expected, finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("may still hold: " + expected, Assert.Single(RemovalAdvice.Assess("example.com", report)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_observation_that_failed_is_why_there_is_no_policy()
    {
        var report = Of(null, []);
        report = report with { Observation = report.Observation with { Failure = "the run was stopped" } };

        Assert.EndsWith("may still hold: example.com could not be observed: the run was stopped.", Assert.Single(RemovalAdvice.Assess("example.com", report)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_without_a_report_says_that_nobody_was_asked() =>
        Assert.EndsWith("may still hold: its policy host was not asked.", Assert.Single(RemovalAdvice.Assess("example.com", report: null)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_override_is_a_warning_that_says_what_was_overridden()
    {
        var objection = Assert.Single(PublishingChecks.Assess(Of(OtherPolicy, [Refused]), OtherPolicy));
        var overridden = PublishingChecks.Override(objection);
        Assert.Equal((PublishingRules.Overridden.Id, Severity.Warning, objection.Subject), (overridden.Id, overridden.Severity, overridden.Subject));
        Assert.Contains(objection.Id, overridden.Message, StringComparison.Ordinal);
        Assert.Same(overridden, PublishingChecks.Override(overridden));
    }

    [Theory]
    [InlineData(MtaStsMode.Enforce, "MTASTS8009")]
    [InlineData(MtaStsMode.Testing, "MTASTS8009")]
    [InlineData(MtaStsMode.None, "MTASTS8011")]
    [InlineData(null, "MTASTS8010")]
    public void Removal_is_advised_on_by_what_is_served(MtaStsMode? mode, string expected)
    {
        var report = Of(mode is { } served ? Policy with { Mode = served } : null, []);
        Assert.Equal(expected, Assert.Single(RemovalAdvice.Assess("example.com", report)).Id);
        Assert.Equal("MTASTS8010", Assert.Single(RemovalAdvice.Assess("example.com", report: null)).Id);
    }

    [Fact]
    public void The_order_and_case_of_mx_make_no_difference()
    {
        var one = Policy with { Mx = ["a.example.com", "b.example.com"] };
        Assert.Null(PolicyDifferences.Describe(one, one with { Mx = ["B.example.com", "a.example.com"] }));
        Assert.NotNull(PolicyDifferences.Describe(one, one with { Mx = ["a.example.com"] }));
    }

    private static IEnumerable<string> Ids(IEnumerable<Finding> findings) => findings.Select(finding => finding.Id);

    private static DomainReport WithPolicyHost(DnsOutcome outcome, int fetches)
    {
        var report = Of(null, []);
        var host = report.Observation.PolicyHost;
        var addresses = new AddressObservation
        {
            IPv4 = host.Addresses.IPv4 with { Outcome = outcome },
            IPv6 = host.Addresses.IPv6 with { Outcome = outcome },
            Addresses = outcome == DnsOutcome.Answered ? [new AddressFact { Address = "192.0.2.1", IsGlobal = true }] : [],
        };
        var fetch = new PolicyFetch { Outcome = PolicyFetchOutcome.ConnectFailed };
        return report with { Observation = report.Observation with { PolicyHost = host with { Addresses = addresses, Fetches = [.. Enumerable.Repeat(fetch, fetches)] } } };
    }
}
