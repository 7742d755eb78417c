using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>
/// A server over TCP and UDP that answers each request with whatever octets a test makes of it: what no sane server, the laboratory's included, would say.
/// </summary>
internal sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly Func<DnsMessage, byte[]> _answer;
    private readonly Func<DnsMessage, byte[][]> _datagrams;
    private readonly OneAtATimeServer _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _udp;
    private readonly Task _loop;

    /// <param name="answer">The answer over TCP.</param>
    /// <param name="datagrams">What is sent over UDP; the answer, where nothing else is said.</param>
    public ScriptedDnsServer(Func<DnsMessage, byte[]> answer, Func<DnsMessage, byte[][]>? datagrams = null)
    {
        _answer = answer;
        _datagrams = datagrams ?? (request => [answer(request)]);
        (_server, _udp) = ListenOnOnePort();
        _loop = ServeUdpAsync();
    }

    /// <summary>The requests that came over UDP, octet for octet.</summary>
    public ConcurrentQueue<byte[]> Datagrams { get; } = [];

    public int Port => _server.Port;

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Port);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _server.DisposeAsync();
        _udp.Dispose();
        _stop.Dispose();
    }

    /// <summary>A port that is free for both; one that the system gives for TCP may be in use for UDP.</summary>
    private (OneAtATimeServer Tcp, Socket Udp) ListenOnOnePort()
    {
        while (true)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                return (new OneAtATimeServer(AnswerAsync, ((IPEndPoint)udp.LocalEndPoint!).Port), udp);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                udp.Dispose();
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, CancellationToken stop)
    {
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, stop);
        var request = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(request, stop);
        var octets = DnsMessage.TryParse(request, out var message) ? _answer(message) : [];
        await stream.WriteAsync(new[] { (byte)(octets.Length >> 8), (byte)octets.Length }.Concat(octets).ToArray(), stop);
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[DnsMessage.MaxLength];
        try
        {
            while (true)
            {
                var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                Datagrams.Enqueue(buffer[..received.ReceivedBytes]);
                if (!DnsMessage.TryParse(buffer.AsSpan(0, received.ReceivedBytes), out var message))
                    continue;
                foreach (var datagram in _datagrams(message))
                    await _udp.SendToAsync(datagram, SocketFlags.None, received.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
