using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Publishing;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>The contract of providers, kept through the cmdlets of a DNS server of Windows in a real engine, with its zone served by a real name server.</summary>
public sealed class WindowsDnsProviderContractTests(LabFixture lab) : ProviderContract, IDisposable
{
    private const string Label = "_mta-sts";
    private readonly ModuleSession _session = SessionProvider.Open();
    private readonly WindowsDnsStore _store = new(lab.Lab);

    public void Dispose() => _session.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        _store.Write(Label, [.. texts.Select(Cut)]);
        _session.Set("dnsServer", _store).Run("param($Path) $global:dnsServer = $dnsServer; Import-Module -Name $Path", TestModules.DnsServer).ThrowIfFailed();
        var server = lab.Lab.DnsEndPoint;
        var provider = _session.Run("param($Server, $Port) New-WindowsProvider $Server -Port $Port", server.Address.ToString(), server.Port).Only<IDnsRecordProvider>();
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = new SessionProvider(_session, provider),
            Zone = _store.Domain,
            ReadAsync = () => Task.FromResult(_store.Texts(Label)),
            WriteAsync = values =>
            {
                _store.Write(Label, [.. values.Select(Cut)]);
                return Task.CompletedTask;
            },
            WriteAliasAsync = target =>
            {
                _store.Write(Label);
                _store.Add(_store.Domain, Label, "CNAME", TimeSpan.FromMinutes(5), [target]);
                return Task.CompletedTask;
            },
        });
    }

    private static IReadOnlyList<string> Cut(string text) => text.Length == 0 ? [""] : [.. text.Chunk(255).Select(part => new string(part))];
}
