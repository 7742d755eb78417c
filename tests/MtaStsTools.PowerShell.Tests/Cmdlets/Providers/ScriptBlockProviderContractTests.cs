using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Publishing;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>The contract of providers, kept by script blocks in a real engine.</summary>
public sealed class ScriptBlockProviderContractTests : ProviderContract, IDisposable
{
    private readonly ModuleSession _session = SessionProvider.Open();
    private readonly ScriptStore _store = new();

    public void Dispose() => _session.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        _store.Write(texts);
        var provider = _session.Set("store", _store).Run($"New-ScriptProvider {ScriptStore.Parameters}").Only<IDnsRecordProvider>();
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = new SessionProvider(_session, provider),
            Zone = "example.test",
            ReadAsync = () => Task.FromResult<IReadOnlyList<string>>([.. _store.Texts]),
            WriteAsync = values =>
            {
                _store.Write(values);
                return Task.CompletedTask;
            },
            WriteAliasAsync = target =>
            {
                _store.Alias = target;
                return Task.CompletedTask;
            },
        });
    }
}
