using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The contract of providers, kept by dynamic updates of BIND.</summary>
public sealed class NamedProviderContractTests(NamedZone zone) : ProviderContract, IClassFixture<NamedZone>
{
    protected override async Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        await zone.WriteAsync(texts);
        return new ProviderUnderTest
        {
            Provider = zone.Provider,
            Zone = NamedZone.Name,
            ReadAsync = zone.ReadAsync,
            WriteAsync = values => zone.WriteAsync(values),
            WriteAliasAsync = zone.WriteAliasAsync,
        };
    }
}
