using MtaStsTools.Publishing.Dns.Infoblox;
using MtaStsTools.Publishing.Dns.Rest;

namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// Reads and changes records of an Infoblox grid by its web API (WAPI). Each record is a thing of its own, so that a change is neither guarded nor made as a
/// whole: what comes is added before what goes is deleted, and the records are read right before and once more after it.
/// </summary>
public sealed class InfobloxProvider : IDnsRecordProvider
{
    private readonly InfobloxApi _api;
    private readonly ZoneSearch<InfobloxZone> _zones;
    private readonly AdditiveWrite _write;

    /// <summary>A provider for one view of a grid.</summary>
    /// <exception cref="ArgumentException">The endpoint is not acceptable, or the user name cannot be sent.</exception>
    public InfobloxProvider(InfobloxOptions options)
    {
        _api = new InfobloxApi(options);
        _zones = new ZoneSearch<InfobloxZone>(_api.Client, _api.FindZoneAsync, (_, name, cancellationToken) => _api.IsDelegatedAsync(name, cancellationToken));
        _write = new AdditiveWrite(Description, options.Api.TimeProvider, options.SettlingTime);
    }

    /// <inheritdoc/>
    public string Description => _api.Client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { ReadsAtSource = true };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        (await _zones.OfNameAsync(recordName, cancellationToken).ConfigureAwait(false)).Name;

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        // The web API gives no records for a zone that is gone, rather than an error.
        if (await _api.FindZoneAsync(zone, cancellationToken).ConfigureAwait(false) is null)
            throw _api.Client.Errors.Create(recordName, ProviderErrorKind.NotFound, $"does not have the zone {zone} in this view.", "Check the view and the zone.");
        return (await _api.ReadNameAsync(recordName, cancellationToken).ConfigureAwait(false)).ToSet();
    }

    /// <inheritdoc/>
    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken) => _write.MakeAsync(
        change,
        cancel => _api.ReadNameAsync(change.RecordName, cancel),
        (before, cancel) => WriteAsync(change, before, cancel),
        async (references, cancel) =>
        {
            foreach (var reference in references)
                await _api.DeleteAsync(change.RecordName, reference, cancel).ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. (await _api.ReadNameServersAsync(zone, cancellationToken).ConfigureAwait(false)).Select(server => new ZoneNameServer { Name = server })];
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private async Task WriteAsync(RecordChange change, ServiceRecords before, CancellationToken cancellationToken)
    {
        var isBegun = false;
        try
        {
            foreach (var value in change.Add)
            {
                // The grid refuses a second record of the same data, so what stays under a new time to live keeps its record.
                if (before.Texts.FirstOrDefault(record => record.Value.Equals(value)) is { } same)
                    await _api.SetTtlAsync(change.RecordName, same.Id, change.Ttl, cancellationToken).ConfigureAwait(false);
                else
                    await _api.AddAsync(change.RecordName, value, change.Ttl, cancellationToken).ConfigureAwait(false);
                isBegun = true;
            }

            foreach (var record in before.Texts.Where(record => change.Remove.Contains(record.Value) && !change.Add.Contains(record.Value)))
            {
                await DeleteAsync(change.RecordName, record.Id, cancellationToken).ConfigureAwait(false);
                isBegun = true;
            }
        }
        catch (DnsProviderException exception) when (isBegun)
        {
            throw DoubtfulChange.Because(exception, "A part of the change is made.");
        }
    }

    /// <summary>That a record is gone already is what was wanted; who deleted it is seen when the records are read again.</summary>
    private async Task DeleteAsync(string name, string reference, CancellationToken cancellationToken)
    {
        try
        {
            await _api.DeleteAsync(name, reference, cancellationToken).ConfigureAwait(false);
        }
        catch (DnsProviderException exception) when (exception.Kind == ProviderErrorKind.NotFound)
        {
            // Somebody else was faster.
        }
    }
}
