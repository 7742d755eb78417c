using MtaStsTools.Publishing;
using System.Net;
using MtaStsTools.Lab;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.PublishingLab;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class ProviderSeamTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly MtaStsRecordPublisherOptions Once = new() { ReadBackTimeLimit = TimeSpan.Zero, AllowPrivateAddresses = true };

    [Fact]
    public async Task Any_provider_is_planned_for_applied_and_read_back()
    {
        var provider = new InMemoryProvider("x", "v=STSv1; id=1;");
        var publisher = new MtaStsRecordPublisher(provider, Once);

        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.Equal(["x", "v=STSv1; id=2;"], provider.Values.Select(value => value.Text), StringComparer.Ordinal);
        Assert.True(result.AllAgree);
        Assert.Equal("memory", Assert.Single(result.Servers).Server);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_that_the_service_does_not_guard_is_told_with_the_race_that_was_possible(bool isGuarded)
    {
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { Capabilities = new() { IsGuarded = isGuarded } }, Once);
        var written = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();
        var kept = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.Equal((true, !isGuarded), (written.Changed, written.RaceWasPossible));
        Assert.Equal(!isGuarded, $"{written}".EndsWith("; a race was possible", StringComparison.Ordinal));
        Assert.Equal((false, false), (kept.Changed, kept.RaceWasPossible));
    }

    [Fact]
    public async Task A_change_is_reported_even_when_the_name_servers_cannot_be_learnt()
    {
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { NameServersTask = Task.FromException<IReadOnlyList<ZoneNameServer>>(new DnsProviderException(ProviderErrorKind.Timeout, "No answer.", "Wait.")) }, Once);
        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();
        Assert.True(result.Changed && result.AllAgree);
    }

    [Fact]
    public async Task A_name_server_without_address_in_the_zone_is_looked_up()
    {
        var zone = fixture.Lab.Add(new LabScenario("seam", "example.com", "Served to the world while the provider keeps it in memory.")
        {
            Records = [LabRecord.Txt("_mta-sts", "v=STSv1; id=2;"), LabRecord.Address("elsewhere", IPAddress.Loopback)],
        });
        var provider = new InMemoryProvider { NameServersTask = Task.FromResult<IReadOnlyList<ZoneNameServer>>([new ZoneNameServer { Name = $"elsewhere.{zone.Domain}" }, new ZoneNameServer { Name = "nowhere.test" }]) };
        var publisher = new MtaStsRecordPublisher(provider, fixture.Lab.ReadBack());

        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.Equal([("elsewhere.example.com", "127.0.0.1", ServerAgreement.Agrees), ("nowhere.test", null, ServerAgreement.NotAsked)],
            result.Servers.Select(server => (server.Server, server.Address, server.Agreement)));
    }

    [Theory]
    [InlineData("EXAMPLE.com.", "_mta-sts.example.com")]
    [InlineData("m\u00FCnchen.example", "_mta-sts.xn--mnchen-3ya.example")]
    public async Task A_domain_is_asked_for_in_a_labels(string domain, string expected)
    {
        var provider = new InMemoryProvider { Zone = expected["_mta-sts.".Length..] };
        var plan = await new MtaStsRecordPublisher(provider).PlanAsync(new() { Domain = domain, Id = "1" }, cancellationToken: Stop);
        Assert.Equal(expected, provider.AskedFor);
        Assert.Equal(expected, plan.Only().Change.RecordName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("-a.example")]
    [InlineData("a b")]
    public async Task A_domain_that_is_none_is_refused_before_anybody_is_asked(string domain)
    {
        var provider = new InMemoryProvider();
        await Assert.ThrowsAsync<MtaStsFormatException>(() => new MtaStsRecordPublisher(provider).PlanAsync(new() { Domain = domain, Id = "1" }, cancellationToken: Stop));
        Assert.Null(provider.AskedFor);
    }

    [Fact]
    public async Task A_policy_with_an_error_is_refused_before_anybody_is_asked()
    {
        var provider = new InMemoryProvider();
        await Assert.ThrowsAsync<MtaStsFormatException>(() => new MtaStsRecordPublisher(provider).PlanAsync(
            new() { Domain = "example.com", Policy = Policy with { MaxAge = TimeSpan.FromDays(1000) } }, cancellationToken: Stop));
        Assert.Null(provider.AskedFor);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2147483648)]
    public async Task A_time_to_live_outside_31_bits_is_an_argument_error(long seconds) => await Assert.ThrowsAsync<ArgumentException>(
        () => new MtaStsRecordPublisher(new InMemoryProvider()).PlanAsync(new() { Domain = "example.com", Id = "1", Ttl = TimeSpan.FromSeconds(seconds) }, cancellationToken: Stop));

    [Fact]
    public async Task An_objection_refuses_the_plan_and_force_turns_it_into_a_warning()
    {
        var provider = new InMemoryProvider("v=STSv1; id=1;");
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var request = new PublishRequest { Domain = "example.com", Policy = Policy, Report = Reports.Of(OtherPolicy) };

        var refused = await publisher.PlanAsync(request, cancellationToken: Stop);
        await Assert.ThrowsAsync<PublishRefusedException>(() => publisher.ApplyAsync(refused, cancellationToken: Stop));
        Assert.Equal("v=STSv1; id=1;", Assert.Single(provider.Values).Text);

        var forced = await publisher.PlanAsync(request with { Force = true }, cancellationToken: Stop);
        var result = (await publisher.ApplyAsync(forced, cancellationToken: Stop)).Only();
        Assert.True(result.Changed);
        var overridden = Assert.Single(result.Findings);
        Assert.Equal(PublishingRules.Overridden.Id, overridden.Id);
        Assert.Contains(PublishingRules.LivePolicyDiffers.Id, overridden.Message, StringComparison.Ordinal);
    }
}
