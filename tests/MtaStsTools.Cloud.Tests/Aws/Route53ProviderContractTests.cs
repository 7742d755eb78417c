using MtaStsTools.Aws;
using MtaStsTools.Aws.Route53;
using MtaStsTools.Publishing.Http;
using MtaStsTools.Sdk.Tests.Publishing;

namespace MtaStsTools.Cloud.Tests.Aws;

public sealed class Route53ProviderContractTests : ProviderContract, IDisposable
{
    private const string Zone = "contract.provider.test";
    private const string Name = "_mta-sts." + Zone;

    private readonly Route53Double _service = new();

    public void Dispose() => _service.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        _service.Zones["Z2CHILD"] = (Zone, false);
        _service.Zones["Z3OTHER"] = ("other.test", false);
        _service.PendingFor = 0;
        Write(texts);
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = new Route53Provider(new Route53Options { Credentials = Route53ProviderTests.Credentials(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { Retries = 0 } }),
            Zone = Zone,
            ReadAsync = () => Task.FromResult<IReadOnlyList<string>>(_service.Sets.TryGetValue((Name, "TXT"), out var set) ? [.. set.Values.Select(value => TxtPresentation.Parse(value)!.Text)] : []),
            WriteAsync = values =>
            {
                Write(values);
                return Task.CompletedTask;
            },
            WriteAliasAsync = target =>
            {
                _service.Sets.Remove((Name, "TXT"));
                _service.Sets[(Name, "CNAME")] = (300, [target + "."]);
                return Task.CompletedTask;
            },
        });
    }

    private void Write(string[] texts)
    {
        _service.Sets.Remove((Name, "TXT"));
        if (texts.Length > 0)
            _service.Sets[(Name, "TXT")] = (300, [.. texts.Select(text => TxtPresentation.Format(TxtValue.FromText(text)))]);
    }
}
