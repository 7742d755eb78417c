using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Publishing.Wire;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>A server over TCP that answers each request with whatever octets a test makes of it: what no sane server, the laboratory's included, would say.</summary>
internal sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<DnsMessage, byte[]> _answer;
    private readonly Task _loop;

    public ScriptedDnsServer(Func<DnsMessage, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, _stop.Token);
                var request = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(request, _stop.Token);
                var octets = DnsMessage.TryParse(request, out var message) ? _answer(message) : [];
                await stream.WriteAsync(new[] { (byte)(octets.Length >> 8), (byte)octets.Length }.Concat(octets).ToArray(), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
