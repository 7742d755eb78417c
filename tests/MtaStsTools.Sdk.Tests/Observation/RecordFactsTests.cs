using MtaStsTools.Dns;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Lab.Scenarios;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What is seen of the TXT records and the DNS that carries them (RFC 8461 §3.1, §8.2).</summary>
public sealed class RecordFactsTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    public static TheoryData<string, DnsOutcome, string?> Failures => new()
    {
        { "servfail", DnsOutcome.ServerFailure, "SERVFAIL" },
        { "refused", DnsOutcome.Refused, "REFUSED" },
        { "timeout", DnsOutcome.Timeout, "no answer within 2 s" },
        { "cname-loop", DnsOutcome.AliasLoop, "the CNAME records lead in a circle or too far" },
        { "cname-dangling-record", DnsOutcome.NameDoesNotExist, "NXDOMAIN" },
        { "not-configured", DnsOutcome.NameDoesNotExist, "NXDOMAIN" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Each_failure_is_told_apart_and_names_the_server(string scenario, DnsOutcome outcome, string? detail)
    {
        var lookup = (await ObserveAsync(scenario, o => o with { DnsTimeout = TimeSpan.FromSeconds(2) })).Record.Lookup;

        Assert.Equal((outcome, detail), (lookup.Outcome, lookup.Detail));
        Assert.Equal(fixture.Lab.DnsEndPoint.ToString(), lookup.Server);
        Assert.Equal(outcome == DnsOutcome.NameDoesNotExist, lookup.IsConclusive);
        Assert.InRange(lookup.Duration, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(6));
    }

    [Theory]
    [InlineData("garbage-answer", "the answer is malformed")]
    [InlineData("wrong-id-answer", "the answer is to another question")]
    [InlineData("truncated-no-tcp", null)]
    public async Task An_answer_that_is_none_is_never_taken_for_absence(string scenario, string? detail)
    {
        var record = (await ObserveAsync(scenario, o => o with { DnsTimeout = TimeSpan.FromSeconds(2) })).Record;

        Assert.False(record.Lookup.IsConclusive);
        Assert.NotEmpty(record.Lookup.Detail!);
        Assert.Equal(detail ?? record.Lookup.Detail, record.Lookup.Detail);
        Assert.Empty(record.Records);
    }

    [Theory]
    [InlineData("truncated", 1)]
    [InlineData("huge-txt", 1)]
    [InlineData("many-txt", 401)]
    public async Task A_truncated_answer_is_asked_for_again_over_tcp(string scenario, int records)
    {
        var record = (await ObserveAsync(scenario)).Record;

        Assert.Equal(DnsOutcome.Answered, record.Lookup.Outcome);
        Assert.Equal(records, record.Records.Count);
        Assert.Contains(record.Records, txt => txt.Text.StartsWith(ScenarioParts.GoodRecord, StringComparison.Ordinal));
        Assert.Contains(fixture.Lab.Events.OfType<LabDnsQuery>(), query => query.Tcp && query.Name == $"_mta-sts.{scenario}.test");
    }

    [Fact]
    public async Task A_slow_answer_is_waited_for()
    {
        var record = (await ObserveAsync("slow-answer", o => o with { DnsTimeout = TimeSpan.FromSeconds(3) })).Record;

        Assert.Equal(ScenarioParts.GoodRecord, Assert.Single(record.Records).Text);
        Assert.True(record.Lookup.Duration >= TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Aliases_are_followed_into_other_zones_and_reported()
    {
        var record = (await ObserveAsync("cname-delegated")).Record;

        Assert.Equal(["hop.cname-delegated.test", "_mta-sts.customer1.provider.test"], record.Lookup.Aliases, StringComparer.Ordinal);
        Assert.Equal(ScenarioParts.GoodRecord, Assert.Single(record.Records).Text);
    }

    [Fact]
    public async Task Strings_are_kept_as_they_came_octet_for_octet()
    {
        string[] strings = ["v=STSv1; ", "", "\u001b[2J\u0007\"\\;\\034 \u00ff\u0000", "\\007\u0007", "Ã©=1"];
        fixture.Lab.Add(new LabScenario("odd-strings", "odd-strings.test", "Strings with odd octets.") { Records = [LabRecord.Txt("_mta-sts", strings)] });

        var record = (await ObserveAsync("odd-strings")).Record;

        Assert.Equal(strings, Assert.Single(record.Records).Strings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_parent_is_asked_only_where_the_domain_has_no_record()
    {
        var child = await ObserveAsync("subdomain-alone");
        var parent = await ObserveAsync("subdomain-parent");
        var failed = await ObserveAsync("servfail");

        Assert.Equal("_mta-sts.subdomain-parent.test", child.ParentRecord!.Lookup.Name);
        Assert.Equal(ScenarioParts.GoodRecord, Assert.Single(child.ParentRecord.Records).Text);
        Assert.Null(parent.ParentRecord);
        Assert.Null(failed.ParentRecord);
    }

    [Fact]
    public async Task A_machine_without_a_resolver_or_with_a_dead_one_is_a_failure_and_no_absence()
    {
        var dead = await ObserveAsync("good", o => o with
        {
            DnsServers = [new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 9)],
            DnsTimeout = TimeSpan.FromSeconds(1),
        });

        Assert.False(dead.Record.Lookup.IsConclusive);
        Assert.False(dead.Mx.Lookup.IsConclusive);
        Assert.Empty(dead.MailExchangers);
    }

    [Fact]
    public async Task A_domain_too_long_for_a_policy_host_has_none()
    {
        var domain = string.Concat(Enumerable.Repeat(new string('a', 60) + ".", 4)) + "test";
        using var observer = new DomainObserver(fixture.Options);

        var seen = await observer.ObserveAsync(domain, TestContext.Current.CancellationToken);

        Assert.Equal((DnsOutcome.NameDoesNotExist, true), (seen.PolicyHost.Addresses.IPv4.Outcome, seen.PolicyHost.Addresses.IPv4.IsConclusive));
        Assert.Equal((DnsOutcome.NameDoesNotExist, "a name of more than 253 characters cannot exist"), (seen.Record.Lookup.Outcome, seen.Record.Lookup.Detail));
        Assert.Equal(DnsOutcome.NameDoesNotExist, seen.Mx.Lookup.Outcome);
    }

    [Fact]
    public async Task The_apex_of_the_zone_comes_with_a_negative_answer()
    {
        var answer = await new DnsResolver(new DnsResolverOptions { Servers = fixture.Options.DnsServers }).QueryAsync("nothing.good.test.", DnsRecordType.A, TestContext.Current.CancellationToken);

        Assert.Equal((DnsOutcome.NameDoesNotExist, "good.test", "nothing.good.test"), (answer.Lookup.Outcome, answer.ZoneApex, answer.Lookup.Name));
    }

    private Task<DomainObservation> ObserveAsync(string scenario, Func<ObservationOptions, ObservationOptions>? change = null) =>
        fixture.ObserveAsync(scenario, o => (change?.Invoke(o) ?? o) with { SkipSmtp = true });

    [Theory]
    [InlineData("record-at-policy-host", "mta-sts.record-at-policy-host.test")]
    [InlineData("record-at-domain", "record-at-domain.test")]
    public async Task A_record_at_the_wrong_name_is_found_and_what_stands_beside_it_is_left_out(string scenario, string name)
    {
        var seen = await fixture.ObserveAsync(scenario);

        var misplaced = Assert.Single(seen.MisplacedRecords);
        Assert.Equal(name, misplaced.Lookup.Name);
        Assert.StartsWith("v=STSv1;", Assert.Single(misplaced.Records).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_record_is_in_its_place_nobody_asks_elsewhere()
    {
        var seen = await fixture.ObserveAsync("good");

        Assert.Empty(seen.MisplacedRecords);
        Assert.DoesNotContain(fixture.Lab.Events.OfType<LabDnsQuery>(), query => query is { Name: "good.test" or "mta-sts.good.test", Type: DnsType.Txt });
    }
}
