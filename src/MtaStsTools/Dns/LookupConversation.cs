using DnsClient;
using MtaStsTools.Net;

namespace MtaStsTools.Dns;

/// <summary>Gets the answer to one question: asks again where datagrams seem lost, and over TCP where somebody meddles with them.</summary>
internal sealed class LookupConversation(IReadOnlyList<NameServer> servers, DnsResolverOptions options)
{
    // A question that goes unanswered for this part of its time is sent once more: datagrams get lost, and slow servers may still answer the first.
    private const int Impatience = 3;

    // Larger answers risk fragments that get lost, and come over TCP instead (RFC 9715).
    private const int MaxUdpPayload = 1232;
    private readonly LookupClient _client = Create(servers, options, onlyTcp: false);
    private readonly Lazy<LookupClient> _tcpClient = new(() => Create(servers, options, onlyTcp: true));

    /// <summary>The answer; whatever is thrown means that there is none.</summary>
    public async Task<IDnsQueryResponse> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await AskTwiceAsync(question, cancellationToken).ConfigureAwait(false);
        }
        catch (DnsXidMismatchException)
        {
            // The library gives a question up at the first datagram with another id, which anybody can send. Nobody off the path can over TCP.
            return await _tcpClient.Value.QueryAsync(question, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IDnsQueryResponse> AskTwiceAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var first = SendAsync(question, cancellationToken);
        await Task.WhenAny(first, Task.Delay(TimeSpan.FromTicks(options.Timeout.Ticks / Impatience), cancellationToken)).ConfigureAwait(false);
        if (first.Status == TaskStatus.RanToCompletion)
            return await first.ConfigureAwait(false);

        var second = SendAsync(question, cancellationToken);
        if (first.IsCompleted)
            return await second.ConfigureAwait(false);
        var winner = await Task.WhenAny(first, second).ConfigureAwait(false);
        if (winner.Status != TaskStatus.RanToCompletion)
            winner = winner == first ? second : first;
        return await winner.ConfigureAwait(false);
    }

    /// <summary>Sends a question; of two, one may fail when nobody waits for it any more.</summary>
    private Task<IDnsQueryResponse> SendAsync(DnsQuestion question, CancellationToken cancellationToken) =>
        _client.QueryAsync(question, cancellationToken).MayBeLeft();

    private static LookupClient Create(IReadOnlyList<NameServer> servers, DnsResolverOptions options, bool onlyTcp) => new(new LookupClientOptions([.. servers])
    {
        AutoResolveNameServers = false,
        UseCache = false,
        UseTcpFallback = true,
        UseTcpOnly = onlyTcp,
        ThrowDnsErrors = false,
        ContinueOnDnsError = true,
        ContinueOnEmptyResponse = false,
        UseRandomNameServer = false,
        Recursion = options.Recursive,
        RequestDnsSecRecords = true,
        ExtendedDnsBufferSize = MaxUdpPayload,
        Retries = 0,
        Timeout = TimeSpan.FromTicks(options.Timeout.Ticks / servers.Count),
    });
}
