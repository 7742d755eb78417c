using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>What the observer sees in answers that <c>named</c> gives.</summary>
public sealed class NameServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_strings_of_one_record_are_joined_with_nothing_between()
    {
        await using var named = await StartAsync("""_mta-sts TXT "v=STSv1; i" "d=2026" "0101;" """);

        var record = (await ObserveAsync(named)).Record;

        Assert.Equal(DnsOutcome.Answered, record.Lookup.Outcome);
        var text = Assert.Single(record.Records);
        Assert.Equal(["v=STSv1; i", "d=2026", "0101;"], text.Strings);
        Assert.Equal("v=STSv1; id=20260101;", text.Text);
    }

    [Fact]
    public async Task A_delegated_record_is_found_through_its_aliases()
    {
        await using var named = await Named.StartAuthorityAsync(
            [
                new Zone("example.test", "_mta-sts CNAME example-test.provider.test.\nmta-sts CNAME policy.provider.test."),
                new Zone("provider.test", "example-test CNAME records\nrecords TXT \"v=STSv1; id=delegated;\"\npolicy A 127.0.0.1"),
            ],
            [],
            Stop);

        var observation = await ObserveAsync(named);

        Assert.Equal(["example-test.provider.test", "records.provider.test"], observation.Record.Lookup.Aliases);
        Assert.Equal("v=STSv1; id=delegated;", Assert.Single(observation.Record.Records).Text);
        Assert.Equal(["policy.provider.test"], observation.PolicyHost.Addresses.IPv4.Aliases);
        Assert.Equal("127.0.0.1", Assert.Single(observation.PolicyHost.Addresses.Addresses).Address);
    }

    [Fact]
    public async Task An_answer_too_large_for_UDP_is_asked_for_again_over_TCP()
    {
        var foreign = Enumerable.Range(0, 40).Select(number => $"_mta-sts TXT \"{number}-{new string('x', 200)}\"");
        await using var named = await StartAsync(string.Join('\n', [.. foreign, "_mta-sts TXT \"v=STSv1; id=last;\""]));

        var record = (await ObserveAsync(named)).Record;

        Assert.Equal(41, record.Records.Count);
        Assert.Contains(record.Records, text => text.Text == "v=STSv1; id=last;");
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_absent_and_a_zone_that_is_not_served_is_unknown()
    {
        await using var named = await StartAsync("");

        Assert.Equal(DnsOutcome.NameDoesNotExist, (await ObserveAsync(named)).Record.Lookup.Outcome);
        var refused = (await ObserveAsync(named, "elsewhere.test")).Record.Lookup;
        Assert.Equal(DnsOutcome.Refused, refused.Outcome);
        Assert.False(refused.IsConclusive);
        Assert.Equal(named.EndPoint.ToString(), refused.Server);
    }

    [Fact]
    public async Task A_validating_resolver_vouches_for_the_signed_zone_only()
    {
        const string Records = "@ MX 10 mx1\nmx1 A 127.0.0.1\n_25._tcp.mx1 TLSA 3 1 1 " +
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        var signed = await SignedZone.SignAsync(new Zone("signed.test", Records), Stop);
        var other = await SignedZone.SignAsync(new Zone("untrusted.test", Records), Stop);
        await using var authority = await Named.StartAuthorityAsync([signed, other], Stop);
        await using var resolver = await Named.StartResolverAsync(authority, [signed.TrustAnchor], Stop);

        var trusted = Assert.Single((await ObserveAsync(resolver, "signed.test")).MailExchangers).Tlsa;
        Assert.True(trusted.Lookup.Authenticated);
        Assert.Equal((3, 1, 1), Assert.Single(trusted.Records) is var tlsa ? (tlsa.Usage, tlsa.Selector, tlsa.MatchingType) : default);
        var untrusted = Assert.Single((await ObserveAsync(resolver, "untrusted.test")).MailExchangers).Tlsa;
        Assert.False(untrusted.Lookup.Authenticated);
        Assert.Single(untrusted.Records);
    }

    [Fact]
    public async Task A_zone_whose_signatures_do_not_fit_its_trust_anchor_is_unknown_and_not_absent()
    {
        var served = await SignedZone.SignAsync(new Zone("signed.test", "_mta-sts TXT \"v=STSv1; id=1;\""), Stop);
        var expected = await SignedZone.SignAsync(served.Zone, Stop);
        await using var authority = await Named.StartAuthorityAsync([served], Stop);
        await using var resolver = await Named.StartResolverAsync(authority, [expected.TrustAnchor], Stop);

        var lookup = (await ObserveAsync(resolver, "signed.test")).Record.Lookup;

        Assert.Equal(DnsOutcome.ServerFailure, lookup.Outcome);
        Assert.False(lookup.IsConclusive);
    }

    private static Task<Named> StartAsync(string records) =>
        Named.StartAuthorityAsync([new Zone("example.test", records)], [], Stop);

    private static async Task<DomainObservation> ObserveAsync(Named server, string domain = "example.test")
    {
        using var observer = new DomainObserver(new ObservationOptions { DnsServers = [server.EndPoint], SkipSmtp = true });
        return await observer.ObserveAsync(domain, Stop);
    }
}
