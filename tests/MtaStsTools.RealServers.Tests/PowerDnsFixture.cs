using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>One PowerDNS server for the tests of a class, started by the first that needs it, and a zone for each.</summary>
public sealed class PowerDnsFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PowerDnsServer? _server;
    private int _zones;

    internal async Task<(PowerDnsServer Server, string Zone)> NewZoneAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        await _starting.WaitAsync(stop);
        try
        {
            _server ??= await PowerDnsServer.StartAsync(stop);
        }
        finally
        {
            _starting.Release();
        }

        var zone = $"contract-{Interlocked.Increment(ref _zones)}.test";
        await _server.AddZoneAsync(zone, stop);
        return (_server, zone);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
    }
}
