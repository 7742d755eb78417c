using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Estates;

/// <summary>A provider that many domains of one run share.</summary>
internal sealed class SharedProvider(IDnsRecordProvider provider) : IDnsRecordProvider
{
    private readonly ServiceWatch _watch = new(provider.Description, static (kind, message, remedy) => new DnsProviderException(kind, message, remedy));

    public string Description => provider.Description;

    public DnsProviderCapabilities Capabilities => provider.Capabilities;

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        _watch.AskAsync(recordName, () => provider.FindZoneAsync(recordName, cancellationToken), cancellationToken);

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) =>
        _watch.AskAsync(recordName, () => provider.ReadTxtAsync(zone, recordName, cancellationToken), cancellationToken);

    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken) => _watch.AskAsync(
        change.RecordName,
        async () =>
        {
            await provider.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        _watch.AskAsync(zone, () => provider.GetNameServersAsync(zone, cancellationToken), cancellationToken);
}
