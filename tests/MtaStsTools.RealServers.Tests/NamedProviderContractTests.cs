using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by dynamic updates of BIND.</summary>
public sealed class NamedProviderContractTests(NamedZone zone) : UpdateProviderContract(zone), IClassFixture<NamedZone>
{
    [Fact]
    public Task Of_two_publishers_at_once_one_wins_and_the_other_gets_a_conflict() => RaceAsync();
}
