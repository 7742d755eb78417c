using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by dynamic updates of PowerDNS.</summary>
public sealed class PowerDnsUpdateContractTests(PowerDnsUpdateZone zone) : UpdateProviderContract(zone), IClassFixture<PowerDnsUpdateZone>
{
    [Fact]
    public Task Of_two_publishers_at_once_one_wins_and_the_other_gets_a_conflict() => RaceAsync();
}
