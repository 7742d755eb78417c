using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using MtaStsTools.Net;

namespace MtaStsTools.Dns;

/// <summary>
/// Asks the resolvers of the system, or given ones, over UDP and, where the answer is truncated, TCP. Nothing is cached here: what is
/// observed is what the server says now.
/// </summary>
public sealed class DnsResolver : IDnsResolver
{
    // A question that goes unanswered for this part of its time is sent once more: datagrams get lost, and slow servers may still answer the first.
    private const int Impatience = 3;

    // Larger answers risk fragments that get lost, and come over TCP instead (RFC 9715).
    private const int MaxUdpPayload = 1232;
    // RFC 1035 §2.3.4: 255 octets on the wire.
    private const int MaxName = 253;
    private readonly LookupClient? _client;
    private readonly string? _server;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    /// <summary>A resolver that asks as <paramref name="options"/> say.</summary>
    /// <param name="options">Its <see cref="ObservationOptions.DnsServers"/>, <see cref="ObservationOptions.DnsTimeout"/> and clock are used.</param>
    public DnsResolver(ObservationOptions options)
    {
        (_timeout, _clock) = (options.DnsTimeout, options.TimeProvider);
        NameServer[] servers = options.DnsServers.Count > 0
            ? [.. options.DnsServers.Select(server => new NameServer(server))]
            : [.. FindSystemServers()];
        if (servers.Length == 0)
            return;
        _server = servers.Length == 1 ? Describe(servers[0]) : null;
        _client = new LookupClient(new LookupClientOptions(servers)
        {
            AutoResolveNameServers = false,
            UseCache = false,
            UseTcpFallback = true,
            ThrowDnsErrors = false,
            ContinueOnDnsError = true,
            ContinueOnEmptyResponse = false,
            UseRandomNameServer = false,
            Recursion = true,
            RequestDnsSecRecords = true,
            ExtendedDnsBufferSize = MaxUdpPayload,
            Retries = 0,
            Timeout = TimeSpan.FromTicks(_timeout.Ticks / servers.Length),
        });
    }

    /// <inheritdoc/>
    public async Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default)
    {
        name = name.TrimEnd('.');
        var started = _clock.GetTimestamp();
        var reading = new AnswerReader(name, type);
        if (_client is null)
            return reading.Fail(DnsOutcome.Failed, "this machine has no resolver configured", server: null, _clock.GetElapsedTime(started));

        if (name.Length > MaxName)
            return reading.Fail(DnsOutcome.NameDoesNotExist, "a name of more than 253 characters cannot exist", server: null, TimeSpan.Zero);

        using var limit = new TimeLimit(_timeout, cancellationToken);
        try
        {
            while (true)
            {
                var question = new DnsQuestion(WireName(reading.NextName), (QueryType)type);
                var response = await AskAsync(_client, question, limit.Token).ConfigureAwait(false);
                if (reading.Read(response, Describe(response.NameServer), _clock.GetElapsedTime(started)) is { } answer)
                    return answer;
            }
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outcome, detail) = Explain(exception);
            return reading.Fail(outcome, detail, _server, _clock.GetElapsedTime(started));
        }
    }

    private async Task<IDnsQueryResponse> AskAsync(LookupClient client, DnsQuestion question, CancellationToken cancellationToken)
    {
        var first = client.QueryAsync(question, cancellationToken);
        await Task.WhenAny(first, Task.Delay(TimeSpan.FromTicks(_timeout.Ticks / Impatience), cancellationToken)).ConfigureAwait(false);
        if (first.Status == TaskStatus.RanToCompletion)
            return await first.ConfigureAwait(false);

        var second = client.QueryAsync(question, cancellationToken);
        if (first.IsCompleted)
            return await second.ConfigureAwait(false);
        var winner = await Task.WhenAny(first, second).ConfigureAwait(false);
        if (winner.Status != TaskStatus.RanToCompletion)
            winner = winner == first ? second : first;
        return await winner.ConfigureAwait(false);
    }

    // The library takes a name as it stands, whatever its characters, or else A-labels as A-labels; never both.
    private static DnsString WireName(string name) =>
        Array.Exists(name.Split('.'), label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) ? DnsString.Parse(name + ".") : DnsString.FromResponseQueryString(name + ".");

    private (DnsOutcome Outcome, string Detail) Explain(Exception exception) => exception switch
    {
        OperationCanceledException or DnsResponseException { Code: DnsResponseCode.ConnectionTimeout } =>
            (DnsOutcome.Timeout, $"no answer within {TimeLimit.Describe(_timeout)}"),
        DnsResponseException { InnerException: OperationCanceledException or TimeoutException } =>
            (DnsOutcome.Timeout, $"no answer within {TimeLimit.Describe(_timeout)}"),
        DnsResponseException { InnerException: SocketException socket } => (DnsOutcome.Failed, SocketErrors.Describe(socket)),
        SocketException socket => (DnsOutcome.Failed, SocketErrors.Describe(socket)),
        DnsXidMismatchException => (DnsOutcome.Failed, "the answer is to another question"),
        IOException or ObjectDisposedException or DnsResponseException { InnerException: IOException or ObjectDisposedException } =>
            (DnsOutcome.Failed, "the connection broke off"),
        _ => (DnsOutcome.Failed, "the answer is malformed"),
    };

    // The library throws what the octets of an answer or the socket make it throw; a programming error of ours is none of these.
    private static bool IsFailure(Exception exception) => exception is DnsResponseException or DnsResponseParseException or DnsXidMismatchException
        or OperationCanceledException or TimeoutException or SocketException or IOException or ObjectDisposedException
        or ArgumentException or FormatException or InvalidOperationException or IndexOutOfRangeException;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the system's resolvers from being found, none is the answer.")]
    private static IEnumerable<NameServer> FindSystemServers()
    {
        try
        {
            // A public resolver nobody chose must not learn who is looked at.
            return NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false);
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static string Describe(NameServer server) => new IPEndPoint(IPAddress.Parse(server.Address), server.Port).ToString();
}
