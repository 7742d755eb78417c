namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// A place where DNS records are kept and changed: a server that takes dynamic updates, or the API of a DNS host. A provider finds the deepest
/// of its zones that holds a name, shows the TXT records of that name octet for octet, and carries out a plan: exactly its steps, and only
/// while the records are still those that the plan was made from. It writes nothing else, keeps what it does not know, and prints nothing.
/// </summary>
public interface IDnsRecordProvider
{
    /// <summary>What it is and where, for people: <c>dynamic update at ns1.example.com:53</c>. Never holds a secret.</summary>
    string Description { get; }

    /// <summary>The deepest zone of this provider that holds <paramref name="recordName"/>, without the final dot.</summary>
    /// <exception cref="DnsUpdateException">There is none, or the provider cannot be asked.</exception>
    Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken);

    /// <summary>The TXT records of <paramref name="recordName"/> as the provider holds them now, past every cache.</summary>
    /// <exception cref="DnsUpdateException">The provider cannot be asked, or does not serve the zone.</exception>
    Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken);

    /// <summary>Carries out the steps of <paramref name="plan"/>, all or none, guarded against a change made since it was planned.</summary>
    /// <exception cref="DnsUpdateException">Nothing was changed, unless <see cref="DnsUpdateException.MayHaveChanged"/> says that this is not known.</exception>
    Task ApplyAsync(ChangePlan plan, CancellationToken cancellationToken);

    /// <summary>The authoritative servers of <paramref name="zone"/>, with those addresses that the provider knows.</summary>
    /// <exception cref="DnsUpdateException">The provider cannot be asked.</exception>
    Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken);
}
