using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Estates;

/// <summary>A provider that many domains of one run share.</summary>
internal sealed class SharedProvider(IDnsRecordProvider provider) : IDnsRecordProvider
{
    private readonly ServiceWatch _watch = new();

    public string Description => provider.Description;

    public DnsProviderCapabilities Capabilities => provider.Capabilities;

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        AskAsync(recordName, () => provider.FindZoneAsync(recordName, cancellationToken), cancellationToken);

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) =>
        AskAsync(recordName, () => provider.ReadTxtAsync(zone, recordName, cancellationToken), cancellationToken);

    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken) => AskAsync(
        change.RecordName,
        async () =>
        {
            await provider.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        AskAsync(zone, () => provider.GetNameServersAsync(zone, cancellationToken), cancellationToken);

    private Task<T> AskAsync<T>(string subject, Func<Task<T>> call, CancellationToken cancellationToken) => _watch.Down is { } down
        ? Task.FromException<T>(new DnsProviderException(down.Kind, $"{subject}: {provider.Description} is not asked any more, as it failed several times in a row: {down.Message}", down.Remedy))
        : _watch.AskAsync(call, cancellationToken);
}
