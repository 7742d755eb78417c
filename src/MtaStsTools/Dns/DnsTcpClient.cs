using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Dns.DynamicUpdate;

namespace MtaStsTools.Dns;

/// <summary>
/// One request and its answer over TCP, signed and verified where there is a key. TCP because an update must not be repeated blindly,
/// as one over UDP is when its answer is lost, and because nobody off the path can answer in the server's place.
/// </summary>
internal sealed class DnsTcpClient(string host, int port, TsigKey? key, TimeSpan timeout, TimeProvider clock)
{
    private readonly TcpConnector _connector = new();

    public string Server { get; } = host.IndexOf(':') >= 0 ? $"[{host}]:{port}" : $"{host}:{port}";

    public TsigKey? Key => key;

    /// <summary>The failures of requests about <paramref name="subject"/>.</summary>
    public DnsUpdateFailures Failures(string subject, DnsOpcode opcode = DnsOpcode.Query) => new(Server, subject, key, opcode == DnsOpcode.Update);

    /// <summary>Sends <paramref name="request"/> under a fresh id. RCODEs are left to the caller; an answer that is not to be believed is an error.</summary>
    /// <exception cref="DnsUpdateException">No answer, not an answer to this request, or one whose signature does not hold.</exception>
    public async Task<DnsMessage> ExchangeAsync(DnsMessage request, string subject, CancellationToken cancellationToken)
    {
        var failures = Failures(subject, request.Opcode);
        request = request with { Id = NewId() };
        var octets = request.ToArray();
        byte[] mac = [];
        if (key is not null)
            (octets, mac) = TsigSignature.Sign(octets, key, clock.GetUtcNow());

        var answerOctets = await SendAsync(octets, failures, cancellationToken).ConfigureAwait(false);
        if (!DnsMessage.TryParse(answerOctets, out var answer))
            throw failures.MalformedAnswer("is not a DNS message");
        if (!answer.IsResponse || answer.Id != request.Id || answer.Opcode != request.Opcode || (answer.Question is not null && !answer.Question.Equals(request.Question)))
            throw failures.MalformedAnswer("is not to what was asked");
        if (key is not null)
            Authenticate(answerOctets, answer, mac, failures);
        return answer.IsTruncated ? throw failures.MalformedAnswer("is cut off although it came over TCP") : answer;
    }

    private void Authenticate(byte[] octets, DnsMessage answer, byte[] requestMac, DnsUpdateFailures failures)
    {
        var now = clock.GetUtcNow();
        var verdict = TsigSignature.Verify(octets, answer, key!, requestMac, now, out var tsig);
        if (verdict is TsigVerdict.Rejected || (verdict is TsigVerdict.Good or TsigVerdict.Stale && tsig!.Error != DnsRcode.NoError))
            throw failures.FromTsigError(tsig!, now, verdict != TsigVerdict.Rejected);
        if (verdict == TsigVerdict.Unsigned && answer.Rcode is not (DnsRcode.NoError or DnsRcode.NXDomain))
            throw failures.FromRcode(answer.Rcode, authenticated: false);
        if (verdict != TsigVerdict.Good)
            throw failures.FromVerdict(verdict, tsig, now);
    }

    private async Task<byte[]> SendAsync(byte[] octets, DnsUpdateFailures failures, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, cancellationToken);
        var sent = false;
        try
        {
            using var stream = await ConnectAsync(failures, limit.Token).ConfigureAwait(false);
            using var abort = limit.Token.Register(static state => ((Stream)state!).Dispose(), stream);
            byte[] framed = [(byte)(octets.Length >> 8), (byte)octets.Length, .. octets];
            sent = true;
            await stream.WriteAsync(framed, 0, framed.Length, limit.Token).ConfigureAwait(false);
            var length = await ReadAsync(stream, 2, limit.Token).ConfigureAwait(false);
            return await ReadAsync(stream, (length[0] << 8) | length[1], limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (Connection.IsFailure(exception))
        {
            throw limit.IsOver ? failures.Timeout(limit.Text, sent) : failures.ConnectionFailed(exception, sent);
        }
    }

    private async Task<Stream> ConnectAsync(DnsUpdateFailures failures, CancellationToken cancellationToken)
    {
        Exception? reason = null;
        foreach (var address in await FindAddressesAsync(failures, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                return await _connector.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Connection.IsFailure(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
                reason = exception;
            }
        }

        throw reason is null ? failures.ServerNotFound(reason: null) : failures.ConnectionFailed(reason, sent: false);
    }

    private async Task<IPAddress[]> FindAddressesAsync(DnsUpdateFailures failures, CancellationToken cancellationToken)
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
        catch (SocketException exception)
        {
            throw failures.ServerNotFound(exception);
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
