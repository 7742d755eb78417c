using MtaStsTools.RealServers.Tests.Servers;

namespace MtaStsTools.RealServers.Tests;

/// <summary>PowerDNS with one zone whose key may change everything in it by dynamic update.</summary>
public sealed class PowerDnsUpdateZone : UpdateZone
{
    private protected override async Task<IUpdateServer> StartAsync(TsigSecret secret, CancellationToken cancellationToken) =>
        await PowerDnsUpdateServer.StartAsync(Name, secret, cancellationToken);
}
