using MtaStsTools.Azure;
using MtaStsTools.Azure.ResourceManager;
using MtaStsTools.Publishing.Http;
using MtaStsTools.Sdk.Tests.Publishing;

namespace MtaStsTools.Cloud.Tests.Azure;

public sealed class AzureDnsProviderContractTests : ProviderContract, IDisposable
{
    private const string Zone = "contract.provider.test";
    private const string Name = "_mta-sts";

    private readonly AzureDnsDouble _service = new();

    public void Dispose() => _service.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        _service.Zones.AddRange([(AzureDnsDouble.Subscription, "dns", "provider.test"), (AzureDnsDouble.Subscription, "dns", Zone), (AzureDnsDouble.Subscription, "dns", "other.test")]);
        Write(texts);
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = new AzureDnsProvider(new AzureDnsOptions { Credential = new FixedToken(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { Retries = 0 } }),
            Zone = Zone,
            ReadAsync = () => Task.FromResult(_service.Texts(Zone, Name)),
            WriteAsync = values =>
            {
                Write(values);
                return Task.CompletedTask;
            },
            WriteAliasAsync = target =>
            {
                _service.Sets.Remove(AzureDnsDouble.Key(Zone, "TXT", Name));
                _service.PutAlias(Zone, Name, target);
                return Task.CompletedTask;
            },
        });
    }

    private void Write(string[] texts)
    {
        if (texts.Length == 0)
            _service.Sets.Remove(AzureDnsDouble.Key(Zone, "TXT", Name));
        else
            _service.PutTxt(Zone, Name, 300, [.. texts.Select(text => TxtSet.ToRecord(TxtValue.FromText(text)))]);
    }
}
