using MtaStsTools.RealServers.Tests.Servers;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Knot DNS with one zone whose key may change everything in it.</summary>
public sealed class KnotZone : UpdateZone
{
    private protected override async Task<IUpdateServer> StartAsync(TsigSecret secret, CancellationToken cancellationToken) =>
        await Knot.StartAsync(new Zone(Name, ""), secret, cancellationToken);
}
