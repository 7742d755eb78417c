namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// A place where DNS records are kept and changed: a server that takes dynamic updates, the API of a DNS host, a zone file, a script. A provider finds the
/// deepest of its zones that holds a name, shows the TXT records of that name octet for octet, and makes a change: exactly that, and only while the records
/// are still those that the change was worked out from. It writes nothing else, keeps what it does not know, and prints nothing.
/// </summary>
/// <remarks>
/// Each method may be called at any time, and several times with the same arguments. What goes wrong is a <see cref="DnsProviderException"/>; anything else
/// that is thrown counts as one that the provider could not explain.
/// </remarks>
public interface IDnsRecordProvider
{
    /// <summary>What it is and where, for people: <c>dynamic update at ns1.example.com:53</c>. Never holds a secret.</summary>
    string Description { get; }

    /// <summary>What it can promise.</summary>
    DnsProviderCapabilities Capabilities { get; }

    /// <summary>The deepest zone of this provider that holds <paramref name="recordName"/>, without the final dot.</summary>
    /// <exception cref="DnsProviderException">There is none (<see cref="ProviderErrorKind.NotFound"/>), or the provider cannot be asked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken);

    /// <summary>The TXT records of <paramref name="recordName"/> as the zone holds them: those that a wildcard makes up for the name are not there (RFC 4592).</summary>
    /// <exception cref="DnsProviderException">The provider cannot be asked, or does not have the zone.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken);

    /// <summary>
    /// Makes <paramref name="change"/>. A provider that <see cref="DnsProviderCapabilities.IsGuarded"/> refuses where the name no longer has exactly
    /// <see cref="RecordChange.Expected"/>, or has become an alias; the order of values makes no difference. One that is not
    /// <see cref="DnsProviderCapabilities.IsAtomic"/> adds before it removes, so that nothing is lost where it breaks off.
    /// </summary>
    /// <exception cref="DnsProviderException">
    /// Nothing was changed, unless <see cref="ProviderException.MayHaveChanged"/> says that this is not known;
    /// <see cref="ProviderErrorKind.Conflict"/> where the records are no longer those that are expected.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the change may have been made.</exception>
    Task ApplyAsync(RecordChange change, CancellationToken cancellationToken);

    /// <summary>The authoritative servers of <paramref name="zone"/>, with those addresses that the provider knows.</summary>
    /// <exception cref="DnsProviderException">The provider cannot be asked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken);
}
