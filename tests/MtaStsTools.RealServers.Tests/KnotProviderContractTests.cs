using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by dynamic updates of Knot DNS.</summary>
public sealed class KnotProviderContractTests(KnotZone zone) : UpdateProviderContract(zone), IClassFixture<KnotZone>
{
    [Fact]
    public Task Of_two_publishers_at_once_one_wins_and_the_other_gets_a_conflict() => RaceAsync();
}
