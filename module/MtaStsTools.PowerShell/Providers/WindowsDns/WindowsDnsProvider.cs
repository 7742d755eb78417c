using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>
/// Changes records of a DNS server of Windows through the cmdlets of the module DnsServer. They show of a record with several strings the first one alone, so
/// what the records hold is read by DNS from the same server. They promise nothing: the records are read once more before a change, new ones are added before
/// old ones are removed, and all is read afterwards.
/// </summary>
public sealed class WindowsDnsProvider : IDnsRecordProvider
{
    // The zone is looked at by the cmdlets and by DNS one after the other; it may change in between.
    private const int Looks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    private readonly WindowsDnsOptions _options;
    private readonly WindowsDnsErrors _errors;
    private readonly DnsServerCmdlets _cmdlets;

    // Only its questions are used: over TCP, octet for octet.
    private readonly DynamicUpdateProvider _questions;

    internal WindowsDnsProvider(WindowsDnsOptions options)
    {
        _options = options;
        _errors = new WindowsDnsErrors(Description);
        _cmdlets = new DnsServerCmdlets(options, _errors);
        _questions = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = options.Host ?? "localhost", Port = options.Port, Timeout = options.Timeout });
    }

    /// <inheritdoc/>
    public string Description => $"{_options}";

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { ReadsAtSource = true };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var zones = await _cmdlets.FindZonesAsync(recordName, Above(recordName, ""), cancellationToken).ConfigureAwait(false);
        var zone = zones.OrderByDescending(zone => zone.Name.Length).FirstOrDefault()
            ?? throw _errors.Create(recordName, ProviderErrorKind.NotFound, "has no zone that holds the name.", "Check the domain and the server.");
        if (zone.Type != "Primary")
        {
            throw _errors.Create(recordName, ProviderErrorKind.NotFound,
                $"has {DisplayText.Sanitize(zone.Name)} only as a zone of the type {DisplayText.Sanitize(zone.Type)}.", "Make the provider for the server that has the primary zone.");
        }

        if (zone.IsReadOnly)
            throw _errors.Create(recordName, ProviderErrorKind.Forbidden, $"has a copy of {DisplayText.Sanitize(zone.Name)} that may only be read.", "Make the provider for a domain controller that may write.");
        if (zone.IsPaused)
            throw _errors.Create(recordName, ProviderErrorKind.Unavailable, $"does not serve {DisplayText.Sanitize(zone.Name)} at present.", "Resume the zone on the server, and try again.");

        // The zone may have given a name on the way to other servers: what is written below it is never seen.
        string[] within = [.. Above(recordName, zone.Name).Select(name => new ScriptRecord { Zone = zone.Name, Name = name }.HostName)];
        if (within.Length > 0 && await _cmdlets.FindDelegatedAsync(recordName, zone.Name, within, cancellationToken).ConfigureAwait(false) is { } given)
            throw _errors.Create(recordName, ProviderErrorKind.NotFound, $"has delegated {DisplayText.Sanitize(given)}.{DisplayText.Sanitize(zone.Name)} to other name servers.", "Change the record where that zone is.");
        return zone.Name;
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            // The zone itself, past what a wildcard makes up for the name.
            var (count, alias) = await _cmdlets.CountAsync(zone, recordName, cancellationToken).ConfigureAwait(false);
            if (alias is not null || count == 0)
                return new TxtRecordSet { RecordName = recordName, Alias = alias };

            var set = await _questions.ReadTxtAsync(zone, recordName, cancellationToken).ConfigureAwait(false);
            if (set.Values.Count == count)
                return set;
            if (look == Looks)
            {
                throw _errors.Create(recordName, ProviderErrorKind.Unavailable,
                    $"has {count} TXT records at the name and answers by DNS with {set.Values.Count}.", "Try again; where it stays so, look for a query resolution policy that answers otherwise here.");
            }

            await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A record of several strings, which the cmdlets can neither write nor tell from others, is refused before anything is changed, unless it is removed
    /// with all others of the name.
    /// </remarks>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        WindowsDnsLimits.Demand(change, _errors);
        var isBegun = false;
        if (WindowsDnsLimits.IsRemovalOfAll(change) && change.Remove.Count > 1)
        {
            await MakeAsync(DnsServerChange.Clear, change.Remove[0]).ConfigureAwait(false);
            return;
        }

        foreach (var value in change.Add)
            await MakeAsync(change.Remove.Contains(value) ? DnsServerChange.Retime : DnsServerChange.Add, value).ConfigureAwait(false);
        foreach (var value in change.Remove.Except(change.Add))
            await MakeAsync(DnsServerChange.Remove, value).ConfigureAwait(false);

        async Task MakeAsync(DnsServerChange part, TxtValue value)
        {
            await _cmdlets.ChangeAsync(part, ScriptRecord.Of(change, value, change.Ttl), isBegun, cancellationToken).ConfigureAwait(false);
            isBegun = true;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) => _questions.GetNameServersAsync(zone, cancellationToken);

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    /// <summary>The name and those above it, down to what stands below <paramref name="zone"/>.</summary>
    private static List<string> Above(string recordName, string zone)
    {
        var names = new List<string>();
        for (var name = recordName; name.Length > zone.Length; name = name.IndexOf('.') is var dot and > 0 ? name.Substring(dot + 1) : "")
            names.Add(name);
        return names;
    }
}
