using MtaStsTools.Dns.Tsig;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class DynamicUpdateProviderContractTests(LabFixture fixture) : ProviderContract, IClassFixture<LabFixture>, IDisposable
{
    private static int _zones;
    private readonly TsigKey _key = fixture.Lab.UpdateKey.ToKey();

    public void Dispose() => _key.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        var name = $"contract-{Interlocked.Increment(ref _zones)}";
        var zone = fixture.Lab.Add(new LabScenario(name, $"{name}.test", "A zone of the contract's tests.")
        {
            Records = [.. texts.Select(text => LabRecord.Txt("_mta-sts", text.Length == 0 ? [""] : [.. text.Chunk(255).Select(chunk => new string(chunk))]))],
        }).Domain;
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = new DynamicUpdateProvider(fixture.Lab.Options(_key)),
            Zone = zone,
            ReadAsync = () => Task.FromResult(fixture.Lab.Txt(zone, "_mta-sts")),
            WriteAsync = values =>
            {
                fixture.Lab.SetTxt(zone, "_mta-sts", values);
                return Task.CompletedTask;
            },
            WriteAliasAsync = target =>
            {
                fixture.Lab.SetTxt(zone, "_mta-sts");
                fixture.Lab.SetRecords(zone, "_mta-sts", DnsType.Cname, LabRecord.Cname("_mta-sts", target + "."));
                return Task.CompletedTask;
            },
        });
    }
}
