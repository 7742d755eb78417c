using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class InMemoryProviderContractTests : ProviderContract
{
    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        var provider = new InMemoryProvider(texts);
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = provider,
            Zone = provider.Zone,
            ReadAsync = () => Task.FromResult<IReadOnlyList<string>>([.. provider.Values.Select(value => value.Text)]),
            WriteAsync = values => SetAsync(new TxtRecordSet { RecordName = "_mta-sts.example.com", Values = [.. values.Select(TxtValue.FromText)], Ttl = TimeSpan.FromHours(1) }),
            WriteAliasAsync = target => SetAsync(new TxtRecordSet { RecordName = "_mta-sts.example.com", Alias = target }),
        });

        Task SetAsync(TxtRecordSet set)
        {
            provider.Set(set);
            return Task.CompletedTask;
        }
    }
}
