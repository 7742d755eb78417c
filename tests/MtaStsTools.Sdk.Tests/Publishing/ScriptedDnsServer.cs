using System.Buffers.Binary;
using System.Net.Sockets;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>A server over TCP that answers each request with whatever octets a test makes of it: what no sane server, the laboratory's included, would say.</summary>
internal sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly Func<DnsMessage, byte[]> _answer;
    private readonly OneAtATimeServer _server;

    public ScriptedDnsServer(Func<DnsMessage, byte[]> answer)
    {
        _answer = answer;
        _server = new OneAtATimeServer(AnswerAsync);
    }

    public int Port => _server.Port;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(NetworkStream stream, CancellationToken stop)
    {
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, stop);
        var request = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(request, stop);
        var octets = DnsMessage.TryParse(request, out var message) ? _answer(message) : [];
        await stream.WriteAsync(new[] { (byte)(octets.Length >> 8), (byte)octets.Length }.Concat(octets).ToArray(), stop);
    }
}
