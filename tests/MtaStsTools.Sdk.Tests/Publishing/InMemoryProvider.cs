using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>The smallest provider that keeps the contract: names in one zone. What a second provider has to do is all here.</summary>
internal sealed class InMemoryProvider(params string[] texts) : IDnsRecordProvider
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Dictionary<string, TxtRecordSet> _sets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["_mta-sts.example.com"] = new() { RecordName = "_mta-sts.example.com", Values = [.. texts.Select(TxtValue.FromText)], Ttl = texts.Length == 0 ? null : Hour },
    };

    public IReadOnlyList<TxtValue> Values => _sets["_mta-sts.example.com"].Values;

    public Task<IReadOnlyList<ZoneNameServer>> NameServersTask { get; init; } = Task.FromResult<IReadOnlyList<ZoneNameServer>>([]);

    public string Zone { get; init; } = "example.com";

    public DnsProviderCapabilities Capabilities { get; init; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    public string? AskedFor { get; private set; }

    /// <summary>What happens between the check and the change: somebody else's work, or a failure.</summary>
    public Action? BeforeChange { get; init; }

    /// <summary>What happens before each reading: a failure.</summary>
    public Action? Reading { get; set; }

    public string Description => "memory";

    public void Set(TxtRecordSet set) => _sets[set.RecordName] = set;

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AskedFor = recordName;
        return recordName.EndsWith("." + Zone, StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult(Zone)
            : throw new DnsProviderException(ProviderErrorKind.NotFound, $"{recordName}: memory has no zone that the name is in.", "Check the domain.");
    }

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reading?.Invoke();
        return Task.FromResult(_sets.TryGetValue(recordName, out var set) ? set : new TxtRecordSet { RecordName = recordName });
    }

    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        BeforeChange?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        var now = _sets.TryGetValue(change.RecordName, out var set) ? set : new TxtRecordSet { RecordName = change.RecordName };
        if (Capabilities.IsGuarded && (now.Alias is not null || !now.Values.ToHashSet().SetEquals(change.Expected)))
            throw new DnsProviderException(ProviderErrorKind.Conflict, $"{change.RecordName}: the values have changed.", "Plan again.");
        Set(now with { Values = [.. now.Values.Where(value => !change.Remove.Contains(value)), .. change.Add], Ttl = change.Ttl });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) => NameServersTask;
}
