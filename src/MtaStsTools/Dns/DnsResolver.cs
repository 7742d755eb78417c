using System.Diagnostics.CodeAnalysis;
using System.Net;
using DnsClient;
using MtaStsTools.Net;

namespace MtaStsTools.Dns;

/// <summary>
/// Asks the resolvers of the system, or given servers, over UDP and, where the answer is truncated, TCP. Nothing is cached here: what is
/// observed is what the server says now.
/// </summary>
public sealed class DnsResolver : IDnsResolver
{
    // RFC 1035 §2.3.4: 255 octets on the wire.
    private const int MaxName = 253;
    private readonly DnsResolverOptions _options;
    private readonly LookupConversation? _conversation;
    private readonly string? _server;

    /// <summary>A resolver that asks as <paramref name="options"/> say; null: the resolvers of the system.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is nothing, negative or more than a day.</exception>
    public DnsResolver(DnsResolverOptions? options = null)
    {
        _options = options ?? new DnsResolverOptions();
        NetworkChecks.CheckTimeout(_options.Timeout, nameof(_options.Timeout));
        NameServer[] servers = _options.Servers.Count > 0
            ? [.. _options.Servers.Select(server => new NameServer(server))]
            : [.. SystemNameServers.Find()];
        if (servers.Length == 0)
            return;
        _server = servers.Length == 1 ? Describe(servers[0]) : null;
        _conversation = new LookupConversation(servers, _options);
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031", Justification = "The octets of an answer can make the library throw anything; whatever it is, the lookup has failed.")]
    public async Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default)
    {
        if (type is DnsRecordType.CNAME or DnsRecordType.DNAME or DnsRecordType.TSIG or DnsRecordType.ANY)
            throw new ArgumentOutOfRangeException(nameof(type), type, "An answer has no place for records of this type.");
        name = name.TrimEnd('.');
        var started = _options.TimeProvider.GetTimestamp();
        var reading = new AnswerReader(name, type);
        if (_conversation is null)
            return reading.Fail(DnsOutcome.Failed, "this machine has no resolver configured", server: null, Elapsed());
        if (name.Length > MaxName)
            return reading.Fail(DnsOutcome.NameDoesNotExist, "a name of more than 253 characters cannot exist", server: null, Elapsed());

        using var limit = new TimeLimit(_options.Timeout, cancellationToken);
        try
        {
            while (true)
            {
                var response = await _conversation.AskAsync(new DnsQuestion(ToLibrary(reading.NextName), (QueryType)type), limit.Token).ConfigureAwait(false);
                if (reading.Read(response, Describe(response.NameServer), Elapsed()) is { } answer)
                    return answer;
            }
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outcome, detail) = LookupFailure.Explain(exception, _options.Timeout);
            return reading.Fail(outcome, detail, _server, Elapsed());
        }

        TimeSpan Elapsed() => _options.TimeProvider.GetElapsedTime(started);
    }

    // The library takes a name as it stands, whatever its characters, or else A-labels as A-labels; never both.
    private static DnsString ToLibrary(string name) =>
        Array.Exists(name.Split('.'), label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) ? DnsString.Parse(name + ".") : DnsString.FromResponseQueryString(name + ".");

    private static string Describe(NameServer server) => new IPEndPoint(IPAddress.Parse(server.Address), server.Port).ToString();
}
