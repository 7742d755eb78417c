using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using MtaStsTools.Observation.Dns;
using MtaStsTools.Observation.Net;

namespace MtaStsTools;

/// <summary>
/// Asks the resolvers of the system, or given ones, over UDP and, where the answer is truncated, TCP. Nothing is cached here: what is
/// observed is what the server says now.
/// </summary>
public sealed class DnsResolver : IDnsResolver
{
    private const int Attempts = 2;

    // Larger answers risk fragments that get lost, and come over TCP instead (RFC 9715).
    private const int MaxUdpPayload = 1232;
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
            Retries = Attempts - 1,
            Timeout = TimeSpan.FromTicks(_timeout.Ticks / (Attempts * servers.Length)),
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

        using var limit = new TimeLimit(_timeout, cancellationToken);
        try
        {
            while (true)
            {
                var question = new DnsQuestion(DnsString.FromResponseQueryString(reading.NextName + "."), (QueryType)type);
                var response = await _client.QueryAsync(question, limit.Token).ConfigureAwait(false);
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

    private (DnsOutcome Outcome, string Detail) Explain(Exception exception) => exception switch
    {
        OperationCanceledException or DnsResponseException { Code: DnsResponseCode.ConnectionTimeout } =>
            (DnsOutcome.Timeout, $"no answer within {TimeLimit.Describe(_timeout)}"),
        DnsResponseException { InnerException: OperationCanceledException or TimeoutException } =>
            (DnsOutcome.Timeout, $"no answer within {TimeLimit.Describe(_timeout)}"),
        DnsResponseException { InnerException: SocketException socket } => (DnsOutcome.Failed, SocketErrors.Describe(socket)),
        SocketException socket => (DnsOutcome.Failed, SocketErrors.Describe(socket)),
        _ => (DnsOutcome.Failed, $"the answer is malformed ({DisplayText.Sanitize((exception.InnerException ?? exception).Message)})"),
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
