using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class InMemoryProviderContractTests : ProviderContract
{
    protected override ProviderUnderTest Create(params string[] texts)
    {
        var provider = new InMemoryProvider(texts);
        return new ProviderUnderTest
        {
            Provider = provider,
            Zone = provider.Zone,
            Read = () => [.. provider.Values.Select(value => value.Text)],
            Write = values => provider.Set(new TxtRecordSet { RecordName = "_mta-sts.example.com", Values = [.. values.Select(TxtValue.FromText)], Ttl = TimeSpan.FromHours(1) }),
            WriteAlias = target => provider.Set(new TxtRecordSet { RecordName = "_mta-sts.example.com", Alias = target }),
        };
    }
}
