using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>The smallest provider that keeps the contract: one zone, one name. What a second provider has to do is all here.</summary>
internal sealed class InMemoryProvider(params string[] texts) : IDnsRecordProvider
{
    public List<TxtValue> Values { get; } = [.. texts.Select(TxtValue.FromText)];

    public IReadOnlyList<ZoneNameServer>? NameServers { get; init; } = [];

    public string? AskedFor { get; private set; }

    public string Description => "memory";

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        AskedFor = recordName;
        return Task.FromResult("example.com");
    }

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) => Task.FromResult(new TxtRecordSet
    {
        RecordName = recordName,
        Values = [.. Values],
        Ttl = Values.Count == 0 ? null : TimeSpan.FromHours(1),
    });

    public Task ApplyAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        if (!plan.Steps.Where(step => step.Kind != ChangeKind.Add).Select(step => step.Value).SequenceEqual(Values))
            throw new DnsUpdateException(DnsUpdateError.NXRRSet, "The values have changed.", "Plan again.");
        Values.RemoveAll(value => plan.Steps.Any(step => step.Kind == ChangeKind.Remove && step.Value.Equals(value)));
        Values.AddRange(plan.Steps.Where(step => step.Kind == ChangeKind.Add).Select(step => step.Value));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) => NameServers is { } servers
        ? Task.FromResult(servers)
        : throw new DnsUpdateException(DnsUpdateError.Timeout, "No answer.", "Wait.");
}
