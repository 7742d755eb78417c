using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.RealServers.Tests.Servers;
using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by the HTTP API of a real PowerDNS server, and what only a real one shows.</summary>
public sealed class PowerDnsProviderTests(PowerDnsFixture fixture) : ProviderContract, IClassFixture<PowerDnsFixture>
{
    private const string Ours = "v=STSv1; id=1;";
    private static readonly TimeSpan SettlingTime = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_disabled_record_is_kept()
    {
        var (server, zone) = await fixture.NewZoneAsync();
        var name = "_mta-sts." + zone;
        await server.WriteDisabledAsync(zone, name, "TXT", "\"kept\"", Stop);
        var provider = Provider(server);
        var set = await provider.ReadTxtAsync(zone, name, Stop);
        Assert.Empty(set.Values);

        await provider.ApplyAsync(Change(zone, set, [], Ours), Stop);

        Assert.Equal(["\"kept\"", MasterFileText.Write(Ours)], (await server.ReadAsync(zone, name, "TXT", Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_delegated_name_and_a_deeper_zone_are_told()
    {
        var (server, zone) = await fixture.NewZoneAsync();
        var provider = Provider(server);
        await server.AddZoneAsync("deep." + zone, Stop);
        await server.ReplaceAsync(zone, "away." + zone, "NS", Stop, "ns.elsewhere.test.");

        Assert.Equal("deep." + zone, await provider.FindZoneAsync("_mta-sts.deep." + zone, Stop));
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync("_mta-sts.away." + zone, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_wrong_key_is_not_accepted()
    {
        var (server, zone) = await fixture.NewZoneAsync();
        var provider = new PowerDnsProvider(new PowerDnsOptions { Endpoint = server.Api, ApiKey = ProviderSecret.FromText("another-key") });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync("_mta-sts." + zone, Stop));
        Assert.Equal((ProviderErrorKind.Unauthorized, "401"), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_in_its_words()
    {
        var (server, zone) = await fixture.NewZoneAsync();
        var change = Change(zone, new TxtRecordSet { RecordName = "_mta-sts." + zone }, [], Ours) with { Ttl = TimeSpan.FromSeconds(int.MaxValue) };
        var provider = Provider(server);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(change with { RecordName = "_mta-sts.elsewhere.test" }, Stop));
        Assert.Equal((ProviderErrorKind.InvalidRequest, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("It says: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_publishers_at_once_one_wins_200_times()
    {
        const int lanes = 8;
        const int rounds = 25;
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async _ =>
        {
            var (server, zone) = await fixture.NewZoneAsync();
            IDnsRecordProvider[] publishers = [Provider(server), Provider(server)];
            for (var round = 0; round < rounds; round++)
                await RaceAsync(server, publishers, zone, round);
        }));
    }

    protected override async Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        var (server, zone) = await fixture.NewZoneAsync();
        var name = "_mta-sts." + zone;
        await WriteAsync(texts);
        return new ProviderUnderTest
        {
            Provider = Provider(server),
            Zone = zone,
            ReadAsync = async () => [.. (await server.ReadAsync(zone, name, "TXT", Stop)).Select(MasterFileText.Read)],
            WriteAsync = WriteAsync,
            WriteAliasAsync = async target =>
            {
                await WriteAsync([]);
                await server.ReplaceAsync(zone, name, "CNAME", Stop, target + ".");
            },
        };

        Task WriteAsync(string[] values) => server.ReplaceAsync(zone, name, "TXT", Stop, [.. values.Select(MasterFileText.Write)]);
    }

    private static PowerDnsProvider Provider(PowerDnsServer server) => new(new PowerDnsOptions { Endpoint = server.Api, ApiKey = ProviderSecret.FromText(server.Key), SettlingTime = SettlingTime });

    private static async Task RaceAsync(PowerDnsServer server, IDnsRecordProvider[] publishers, string zone, int round)
    {
        var name = "_mta-sts." + zone;
        var isFirst = round % 2 == 0;
        await server.ReplaceAsync(zone, name, "TXT", Stop, [.. (isFirst ? ["foreign"] : new[] { "foreign", Ours }).Select(MasterFileText.Write)]);
        var set = await publishers[0].ReadTxtAsync(zone, name, Stop);
        var outcomes = await Task.WhenAll(publishers.Select((publisher, index) => Task.Run(async () =>
        {
            var text = $"v=STSv1; id=r{round}p{index};";
            try
            {
                await publisher.ApplyAsync(Change(zone, set, isFirst ? [] : [Ours], text), Stop);
                return text;
            }
            catch (DnsProviderException exception) when (exception.Kind == ProviderErrorKind.Conflict)
            {
                return null;
            }
        })));

        var winner = Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Equal(["foreign", winner!], (await server.ReadAsync(zone, name, "TXT", Stop)).Select(MasterFileText.Read).Order(StringComparer.Ordinal));
    }

    private static RecordChange Change(string zone, TxtRecordSet set, string[] remove, string add) => new()
    {
        Zone = zone,
        RecordName = set.RecordName,
        Expected = set.Values,
        ExpectedTtl = set.Ttl,
        Remove = [.. remove.Select(TxtValue.FromText)],
        Add = [TxtValue.FromText(add)],
        Ttl = set.Ttl ?? TimeSpan.FromMinutes(5),
    };
}
