using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Dns;

/// <summary>One name server's address, over UDP and TCP (RFC 7766).</summary>
internal sealed class DnsListener : IAsyncDisposable
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);
    private readonly NameServer _server;
    private readonly bool _second;
    private readonly Socket _udp;
    private readonly LoopbackListener _tcp;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _udpLoop;

    public DnsListener(IPEndPoint endPoint, NameServer server, bool second)
    {
        _server = server;
        _second = second;
        _udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
        try
        {
            _udp.Bind(endPoint);
            _tcp = new LoopbackListener((IPEndPoint)_udp.LocalEndPoint!, ServeTcpAsync);
        }
        catch
        {
            _udp.Dispose();
            throw;
        }

        _udpLoop = ServeUdpAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_udp.LocalEndPoint!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        await _udpLoop;
        await _tcp.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[65535];
        var any = new IPEndPoint(IPAddress.Any, 0);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, any, _stop.Token);
                _ = AnswerUdpAsync(buffer[..received.ReceivedBytes], received.RemoteEndPoint);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // An ICMP error of an earlier answer; the next request is none the worse.
            }
        }
    }

    private async Task AnswerUdpAsync(byte[] request, EndPoint client)
    {
        try
        {
            var outcome = _server.Handle(request, _second, tcp: false);
            if (outcome.Octets is null)
                return;
            if (outcome.Delay > TimeSpan.Zero)
                await Task.Delay(outcome.Delay, _stop.Token);
            await _udp.SendToAsync(outcome.Octets, SocketFlags.None, client, _stop.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone or the lab stops: nobody waits for this answer.
        }
    }

    private async Task ServeTcpAsync(Socket socket, CancellationToken stop)
    {
        await using var stream = new NetworkStream(socket);
        var length = new byte[2];
        while (true)
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(stop);
            idle.CancelAfter(IdleTimeout);
            await stream.ReadExactlyAsync(length, idle.Token);
            var request = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(request, idle.Token);
            var outcome = _server.Handle(request, _second, tcp: true);
            if (outcome.HangUp)
                return;
            if (outcome.Octets is null)
                continue;
            if (outcome.Delay > TimeSpan.Zero)
                await Task.Delay(outcome.Delay, stop);
            var framed = new byte[outcome.Octets.Length + 2];
            BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)outcome.Octets.Length);
            outcome.Octets.CopyTo(framed, 2);
            await stream.WriteAsync(framed, idle.Token);
        }
    }
}
