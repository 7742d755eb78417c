using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by dynamic updates of a real name server; and what it comes to when two publish at once.</summary>
public abstract class UpdateProviderContract(UpdateZone zone) : ProviderContract
{
    protected override async Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        await zone.WriteAsync(texts);
        return new ProviderUnderTest
        {
            Provider = zone.Provider,
            Zone = UpdateZone.Name,
            ReadAsync = zone.ReadAsync,
            WriteAsync = values => zone.WriteAsync(values),
            WriteAliasAsync = zone.WriteAliasAsync,
        };
    }

    /// <summary>200 rounds: whoever comes second gets a conflict, says so, and has changed nothing.</summary>
    protected async Task RaceAsync(int rounds = 200)
    {
        for (var round = 0; round < rounds; round++)
        {
            await zone.WriteAsync(["v=STSv1; id=before;", "v=spf1 -all"]);
            var set = await zone.Provider.ReadTxtAsync(UpdateZone.Name, UpdateZone.RecordName, Stop);
            var failures = await Task.WhenAll(TryAsync(set, $"v=STSv1; id=a{round};"), TryAsync(set, $"v=STSv1; id=b{round};"));

            var winner = Assert.Single(failures.Index(), failure => failure.Item is null).Index;
            var loser = failures[1 - winner]!;
            Assert.True(loser is { Kind: ProviderErrorKind.Conflict, MayHaveChanged: false }, $"Round {round}: {loser.Kind}, {loser.Message}");
            Assert.Contains("plan again", loser.Remedy, StringComparison.Ordinal);
            Assert.Equal(["v=STSv1; id=" + "ab"[winner] + round + ";", "v=spf1 -all"], (await zone.ReadAsync()).Order(StringComparer.Ordinal));
        }
    }

    private async Task<DnsProviderException?> TryAsync(TxtRecordSet set, string text)
    {
        await Task.Yield();
        try
        {
            await zone.Provider.ApplyAsync(
                new RecordChange
                {
                    Zone = UpdateZone.Name,
                    RecordName = UpdateZone.RecordName,
                    Expected = set.Values,
                    ExpectedTtl = set.Ttl,
                    Remove = [.. set.Values.Where(value => value.IsMtaSts)],
                    Add = [TxtValue.FromText(text)],
                    Ttl = TimeSpan.FromMinutes(5),
                },
                Stop);
            return null;
        }
        catch (DnsProviderException exception)
        {
            return exception;
        }
    }
}
