using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Net;

namespace MtaStsTools.Dns;

/// <summary>
/// One request and its answer over TCP, signed and verified where there is a key. TCP because an update must not be repeated blindly,
/// as one over UDP is when its answer is lost, and because nobody off the path can answer in the server's place.
/// </summary>
internal sealed class DnsTcpClient(string host, int port, TsigKey? key, TimeSpan timeout, TimeProvider clock)
{
    private readonly TcpConnector _connector = new();

    /// <summary>Sends <paramref name="request"/> under a fresh id. What goes wrong is a fault, and RCODEs are left to the caller.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the request may have arrived.</exception>
    public async Task<DnsExchange> ExchangeAsync(DnsMessage request, CancellationToken cancellationToken)
    {
        request = request with { Id = NewId() };
        var octets = request.ToArray();
        byte[] mac = [];
        if (key is not null)
            (octets, mac) = TsigSignature.Sign(octets, key, clock.GetUtcNow());

        var (answerOctets, failure) = await SendAsync(octets, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
            return failure;
        if (!DnsMessage.TryParse(answerOctets, out var answer))
            return new DnsExchange { Fault = DnsExchangeFault.NotDns, IsSent = true };
        if (!answer.IsResponse || answer.Id != request.Id || answer.Opcode != request.Opcode || (answer.Question is not null && !answer.Question.Equals(request.Question)))
            return new DnsExchange { Fault = DnsExchangeFault.NotToRequest, IsSent = true };
        var exchange = key is null ? new DnsExchange { Answer = answer, IsSent = true } : Authenticate(answerOctets, answer, key, mac);
        return exchange.Fault == DnsExchangeFault.None && answer.IsTruncated ? new DnsExchange { Fault = DnsExchangeFault.Truncated, IsSent = true } : exchange;
    }

    private DnsExchange Authenticate(byte[] octets, DnsMessage answer, TsigKey tsigKey, byte[] requestMac)
    {
        var now = clock.GetUtcNow();
        var verdict = TsigSignature.Verify(octets, answer, tsigKey, requestMac, now, out var tsig);
        var facts = new DnsExchange { Verdict = verdict, Tsig = tsig, At = now, IsSent = true, IsAuthenticated = verdict is TsigVerdict.Good or TsigVerdict.Stale };
        if (verdict is TsigVerdict.Rejected || (facts.IsAuthenticated && tsig!.Error != DnsRcode.NoError))
            return facts with { Fault = DnsExchangeFault.TsigError };

        // A server that does not know the key cannot sign; its refusal is a claim, but never a success.
        var isClaim = verdict == TsigVerdict.Unsigned && answer.Rcode is not (DnsRcode.NoError or DnsRcode.NXDomain);
        return verdict == TsigVerdict.Good || isClaim
            ? facts with { Answer = answer }
            : facts with { Fault = DnsExchangeFault.BadSignature, IsAuthenticated = false };
    }

    private async Task<(byte[] Answer, DnsExchange? Failure)> SendAsync(byte[] octets, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, cancellationToken);
        var sent = false;
        try
        {
            var addresses = await FindAddressesAsync(limit.Token).ConfigureAwait(false);
            if (addresses.Count == 0)
                return ([], new DnsExchange { Fault = DnsExchangeFault.ServerNotFound });
            using var stream = await ConnectAsync(addresses, limit.Token).ConfigureAwait(false);
            using var abort = limit.Token.Register(static state => ((Stream)state!).Dispose(), stream);
            byte[] framed = [(byte)(octets.Length >> 8), (byte)octets.Length, .. octets];
            sent = true;
            await stream.WriteAsync(framed, 0, framed.Length, limit.Token).ConfigureAwait(false);
            var length = await ReadAsync(stream, 2, limit.Token).ConfigureAwait(false);
            return (await ReadAsync(stream, (length[0] << 8) | length[1], limit.Token).ConfigureAwait(false), null);
        }
        catch (Exception exception) when (Connection.IsFailure(exception))
        {
            return ([], new DnsExchange { Fault = limit.IsOver ? DnsExchangeFault.Timeout : DnsExchangeFault.ConnectionFailed, IsSent = sent, Cause = exception });
        }
    }

    /// <summary>Connects to the first address that takes the connection; where none does, the last failure is thrown.</summary>
    private async Task<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await _connector.ConnectAsync(new IPEndPoint(addresses[i], port), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Connection.IsFailure(exception) && i + 1 < addresses.Count && !cancellationToken.IsCancellationRequested)
            {
                // The next address may do.
            }
        }
    }

    private async Task<IReadOnlyList<IPAddress>> FindAddressesAsync(CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
            return [address];
        try
        {
#if NET
            return await System.Net.Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
#else
            // This lookup cannot be stopped, so a time limit leaves it behind.
            var lookup = System.Net.Dns.GetHostAddressesAsync(host);
            await Task.WhenAny(lookup, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return await lookup.ConfigureAwait(false);
#endif
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var octets = new byte[count];
        for (var read = 0; read < count;)
        {
            var got = await stream.ReadAsync(octets, read, count - read, cancellationToken).ConfigureAwait(false);
            read += got > 0 ? got : throw new EndOfStreamException();
        }

        return octets;
    }

    // The id guards little over TCP, but a guessable one would be a needless gift.
    private static ushort NewId()
    {
        using var random = RandomNumberGenerator.Create();
        var octets = new byte[2];
        random.GetBytes(octets);
        return (ushort)((octets[0] << 8) | octets[1]);
    }
}
