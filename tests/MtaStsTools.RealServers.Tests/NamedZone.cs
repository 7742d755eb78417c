using MtaStsTools.RealServers.Tests.Servers;

namespace MtaStsTools.RealServers.Tests;

/// <summary>BIND with one zone whose key may change everything in it.</summary>
public sealed class NamedZone : UpdateZone
{
    private protected override async Task<IUpdateServer> StartAsync(TsigSecret secret, CancellationToken cancellationToken) =>
        await Named.StartAuthorityAsync([new Zone(Name, "") { UpdatePolicy = $"grant {secret.Name} zonesub ANY;" }], [secret], cancellationToken);
}
