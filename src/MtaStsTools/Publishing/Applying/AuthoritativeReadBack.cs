using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Asks every authoritative server of a zone for a record until all have the change, or time is up. Throws nothing but cancellation: the change is made.</summary>
internal sealed class AuthoritativeReadBack(IDnsRecordProvider provider, MtaStsRecordPublisherOptions options)
{
    private readonly AuthoritativeServers _servers = new(provider, options);

    public async Task<IReadOnlyList<ServerReadBack>> WaitAsync(RecordChange change, RecordKind kind, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetTimestamp();
        var isOnce = options.ReadBackTimeLimit == TimeSpan.Zero;
        using var time = options.TimeProvider.TimerOf(isOnce ? Timeout.InfiniteTimeSpan : options.ReadBackTimeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        IReadOnlyList<ServerReadBack> servers = [_servers.Provider()];
        try
        {
            servers = await _servers.FindAsync(change.Zone, stop.Token).ConfigureAwait(false);
            while (true)
            {
                servers = await Task.WhenAll(servers.Select(server => server.IsBehind ? AskAsync(server, change, kind, stop.Token) : Task.FromResult(server))).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                Report(progress, change, servers, options.TimeProvider.GetElapsedTime(started));
                if (isOnce || !servers.Any(server => server.IsBehind))
                    return servers;
                await PauseAsync(servers, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [.. servers.Select(OutOfTime)];
        }
    }

    private async Task<ServerReadBack> AskAsync(ServerReadBack server, RecordChange change, RecordKind kind, CancellationToken stop)
    {
        try
        {
            return server.Address is null
                ? await AskProviderAsync(server, change, kind, stop).ConfigureAwait(false)
                : await AskServerAsync(server, server.Address, change, kind, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return OutOfTime(server);
        }
        catch (DnsProviderException exception)
        {
            return NoAnswer(server, DisplayText.Sanitize(exception.Message));
        }
    }

    private async Task<ServerReadBack> AskProviderAsync(ServerReadBack server, RecordChange change, RecordKind kind, CancellationToken stop)
    {
        var set = await provider.ReadTxtAsync(change.Zone, change.RecordName, stop).WaitOrLeaveAsync(stop).ConfigureAwait(false);
        return Compare(server, change, kind, [.. set.Values]);
    }

    private async Task<ServerReadBack> AskServerAsync(ServerReadBack server, string address, RecordChange change, RecordKind kind, CancellationToken stop)
    {
        var resolver = options.CreateResolver(new DnsResolverOptions
        {
            Servers = [new IPEndPoint(IPAddress.Parse(address), options.AuthoritativePort)],
            Timeout = options.QueryTimeout,
            Recursive = false,
        });
        var answer = await resolver.QueryAsync(change.RecordName, DnsRecordType.TXT, stop).ConfigureAwait(false);
        if (!answer.Lookup.IsConclusive)
            return NoAnswer(server, answer.Lookup.Detail ?? "the lookup failed");
        if (!answer.IsAuthoritative)
            return NoAnswer(server, "it is not authoritative for the zone");
        var texts = Texts(answer);
        var seen = Compare(server, change, kind, texts);
        return seen.Agreement == ServerAgreement.Differs && await IsMadeUpAsync(resolver, change, texts, stop).ConfigureAwait(false)
            ? seen with { Agreement = ServerAgreement.Agrees, AnswersFromWildcard = true }
            : seen;
    }

    /// <summary>
    /// Whether the change took away the last record of the name, and a wildcard now answers in its place (RFC 4592 §2.2.1): then it answers in the same
    /// way for a name below, while below a name that still exists it does not reach.
    /// </summary>
    private static async Task<bool> IsMadeUpAsync(IDnsResolver resolver, RecordChange change, List<TxtValue> texts, CancellationToken stop)
    {
        if (change.Result.Count > 0 || texts.Count == 0)
            return false;
        var below = await resolver.QueryAsync($"_nothing.{change.RecordName}", DnsRecordType.TXT, stop).ConfigureAwait(false);
        var others = Texts(below);
        return below.IsAuthoritative && others.Count == texts.Count && texts.TrueForAll(others.Contains);
    }

    private static List<TxtValue> Texts(DnsAnswer answer) => [.. answer.Texts.Select(txt => TxtValue.FromText(txt.Text))];

    /// <summary>What a server said before time was up is more than that it said nothing after.</summary>
    private static ServerReadBack OutOfTime(ServerReadBack server) =>
        server is { Agreement: ServerAgreement.NoAnswer, Detail: null } ? NoAnswer(server, "no answer in time") : server;

    private static ServerReadBack NoAnswer(ServerReadBack server, string detail) => server with { Agreement = ServerAgreement.NoAnswer, Detail = detail };

    private static ServerReadBack Compare(ServerReadBack server, RecordChange change, RecordKind kind, IReadOnlyList<TxtValue> found)
    {
        var own = Own(found, kind);
        return server with
        {
            Agreement = Own(change.Result, kind).SequenceEqual(own, StringComparer.Ordinal) ? ServerAgreement.Agrees : ServerAgreement.Differs,
            Records = [.. own.Select(text => DisplayText.Sanitize(text, 512))],
            Detail = null,
        };
    }

    /// <summary>The texts of the records of that kind; how they are cut into strings makes no difference to senders.</summary>
    private static List<string> Own(IEnumerable<TxtValue> values, RecordKind kind) =>
        [.. values.Where(value => value.Is(kind)).Select(value => value.Text).OrderBy(text => text, StringComparer.Ordinal)];

    private Task PauseAsync(IEnumerable<ServerReadBack> servers, CancellationToken stop)
    {
        var pause = options.ReadBackInterval;
        if (provider.Capabilities.RequestsPerMinute is { } rate && servers.Any(server => server.Address is null && server.IsBehind))
            pause = TimeSpan.FromTicks(Math.Max(pause.Ticks, TimeSpan.TicksPerMinute / rate));
        return options.TimeProvider.PauseAsync(pause, stop);
    }

    private void Report(IProgress<PublishProgress>? progress, RecordChange change, IReadOnlyList<ServerReadBack> servers, TimeSpan elapsed)
    {
        var asked = servers.Count(server => server.Agreement != ServerAgreement.NotAsked);
        var agreeing = servers.Count(server => server.Agreement == ServerAgreement.Agrees);
        progress?.Report(new PublishProgress
        {
            RecordName = change.RecordName,
            Stage = PublishStage.ReadingBack,
            Message = $"{agreeing} of {asked} authoritative servers have the change",
            ServersAgreeing = agreeing,
            ServersAsked = asked,
            Elapsed = elapsed,
            TimeLimit = options.ReadBackTimeLimit,
        });
    }
}
