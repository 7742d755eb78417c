using MtaStsTools.Lab;
using MtaStsTools.Lab.Scenarios;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Drift;
using MtaStsTools.Publishing.Estates;
using MtaStsTools.Sdk.Tests.Observation;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Drift;

/// <summary>What senders meet in the laboratory, held against what a domain shall be.</summary>
public sealed class DomainDriftTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Then = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly MtaStsLab _lab = fixture.Lab;

    [Fact]
    public async Task A_domain_that_is_as_it_shall_be_has_no_difference() => Assert.Empty(await CompareAsync("drift-none", _ => { }));

    [Theory]
    [InlineData(DifferenceKind.RecordMissing, "drift-no-record", "")]
    [InlineData(DifferenceKind.RecordUnusable, "drift-two", "v=STSv1; id=1;|v=STSv1; id=2;")]
    [InlineData(DifferenceKind.RecordUnusable, "drift-broken", "v=STSv1; id=-;")]
    [InlineData(DifferenceKind.RecordUnproven, "drift-foreign", "v=STSv1; id=2024;")]
    public async Task A_record_that_does_not_announce_the_policy_is_told(DifferenceKind kind, string name, string texts)
    {
        var difference = Assert.Single(await CompareAsync(name, domain => _lab.SetTxt(domain, "_mta-sts", texts.Split('|', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal((kind, $"_mta-sts.{name}.test"), (difference.Kind, difference.Subject));
    }

    [Fact]
    public async Task A_record_of_another_policy_tells_since_when()
    {
        var other = Policy("drift-stale") with { MaxAge = TimeSpan.FromDays(9) };
        var difference = Assert.Single(await CompareAsync("drift-stale", domain => _lab.SetTxt(domain, "_mta-sts", $"v=STSv1; id={PolicyId.Derive(other, Then)};")));
        Assert.Equal((DifferenceKind.RecordStale, Then), (difference.Kind, difference.Since));
    }

    [Fact]
    public async Task A_policy_that_is_not_served_is_told_with_its_status()
    {
        var differences = await CompareAsync("drift-404", domain => _lab.SetPolicy(domain, null));
        Assert.All(differences, difference => Assert.Equal(DifferenceKind.PolicyUnavailable, difference.Kind));
        Assert.Contains("404", Assert.Single(differences).Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_policy_is_told_with_what_differs()
    {
        var difference = Assert.Single(await CompareAsync("drift-other", domain => _lab.SetPolicy(domain, (Policy("drift-other") with { Mode = MtaStsMode.Testing }).ToString())));
        Assert.Equal(DifferenceKind.PolicyDiffers, difference.Kind);
        Assert.Contains("its mode is 'testing' and not 'enforce'", difference.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_that_go_nowhere_or_elsewhere_are_told()
    {
        Assert.Equal(DifferenceKind.ReportingMissing, Assert.Single(await CompareAsync("drift-silent", domain => _lab.SetTxt(domain, "_smtp._tls"))).Kind);
        Assert.Equal(DifferenceKind.ReportingDiffers, Assert.Single(await CompareAsync("drift-away", domain => _lab.SetTxt(domain, "_smtp._tls", "v=TLSRPTv1; rua=mailto:a@elsewhere.test;"))).Kind);
    }

    [Fact]
    public async Task What_shall_be_gone_and_is_there_is_told_and_a_removal_under_way_by_its_date()
    {
        var there = await CompareAsync("drift-stays", _ => { }, desired => desired with { Policy = null });
        Assert.Equal([DifferenceKind.RecordUnexpected, DifferenceKind.PolicyUnexpected], there.Select(difference => difference.Kind));

        var none = new MtaStsPolicy { Mode = MtaStsMode.None, MaxAge = TimeSpan.FromDays(1), Extensions = [new Extension("remove-after", "20260301T000000Z")] };
        var pending = Assert.Single(await CompareAsync("drift-leaving", domain =>
        {
            _lab.SetPolicy(domain, none.ToString());
            _lab.SetTxt(domain, "_mta-sts", $"v=STSv1; id={PolicyId.Derive(none, Then)};");
        }, desired => desired with { Policy = null }));
        Assert.Equal((DifferenceKind.RemovalPending, "'none' until 2026-03-01 00:00 UTC", Then), (pending.Kind, pending.Actual, pending.Since));
    }

    [Fact]
    public async Task An_alias_that_is_not_led_to_the_shared_record_is_told()
    {
        var desired = Desired("drift-none-of-mine");
        var alias = Add("drift-alias");
        var difference = Assert.Single(DomainDrift.CompareAlias(desired with { Policy = Policy("drift-alias") }, await ReportAsync(alias)));
        Assert.Equal((DifferenceKind.AliasNotAnnounced, "no alias"), (difference.Kind, difference.Actual));
    }

    [Fact]
    public async Task A_domain_that_cannot_be_asked_is_not_observed_and_no_difference_is_made_up()
    {
        var domain = Add("drift-deaf");
        var report = await ReportAsync(domain);
        var deaf = report with { Record = null, Observation = report.Observation with { Record = new TxtObservation { Lookup = report.Observation.Record.Lookup with { Outcome = DnsOutcome.Timeout } } } };
        Assert.Equal(DifferenceKind.NotObserved, Assert.Single(DomainDrift.Compare(Desired("drift-deaf"), deaf)).Kind);
        Assert.Throws<ArgumentException>(() => DomainDrift.Compare(Desired("another"), report));
    }

    private static MtaStsPolicy Policy(string name) => new() { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(28), Mx = [$"mx1.{name}.test"] };

    private static DesiredDomain Desired(string name) => new()
    {
        Domain = $"{name}.test",
        Policy = Policy(name),
        TlsReporting = TlsRptRecord.Parse($"v=TLSRPTv1; rua=mailto:tls@{name}.test;"),
        Provider = new InMemoryProvider(),
        Host = new InMemoryPolicyHost(),
    };

    private string Add(string name)
    {
        var domain = _lab.Add(ScenarioParts.Sound(name, "For a test of drift.").WithPolicy(Policy(name).ToString())).Domain;
        _lab.SetTxt(domain, "_mta-sts", $"v=STSv1; id={PolicyId.Derive(Policy(name), Then)};");
        _lab.SetTxt(domain, "_smtp._tls", $"v=TLSRPTv1; rua=mailto:tls@{name}.test;");
        return domain;
    }

    private async Task<IReadOnlyList<DomainDifference>> CompareAsync(string name, Action<string> change, Func<DesiredDomain, DesiredDomain>? want = null)
    {
        var domain = Add(name);
        change(domain);
        var desired = Desired(name);
        return DomainDrift.Compare(want is null ? desired : want(desired), await ReportAsync(domain));
    }

    private Task<DomainReport> ReportAsync(string domain) => new DomainReporter(fixture.Patient).ReportAsync(domain, withMailExchangers: false, Stop);
}
