namespace MtaStsTools.Assessment;

/// <summary>Words and questions about DNS lookups that several parts share.</summary>
internal static class Lookups
{
    /// <summary>The CNAME targets that either lookup of a host's addresses passed.</summary>
    public static IReadOnlyList<string> Aliases(AddressObservation addresses) =>
        addresses.IPv4.Aliases.Count > 0 ? addresses.IPv4.Aliases : addresses.IPv6.Aliases;

    /// <summary>The chain as one text.</summary>
    public static string Chain(IReadOnlyList<string> aliases) => string.Join(", then ", aliases);

    /// <summary>The failed lookup of the two, or null where both are certain.</summary>
    public static DnsLookup? Inconclusive(AddressObservation addresses) =>
        !addresses.IPv4.IsConclusive ? addresses.IPv4 : !addresses.IPv6.IsConclusive ? addresses.IPv6 : null;

    /// <summary>Whether the name, or the end of its CNAME chain, certainly does not exist.</summary>
    public static bool DoesNotExist(AddressObservation addresses) =>
        addresses.IPv4.Outcome == DnsOutcome.NameDoesNotExist || addresses.IPv6.Outcome == DnsOutcome.NameDoesNotExist;

    /// <summary>The addresses that hosts outside cannot reach; none where the observer said that its network is private.</summary>
    public static IReadOnlyList<string> NotGlobal(AddressObservation addresses, DomainObservation observation) =>
        observation.PrivateAddressesAllowed ? [] : [.. addresses.Addresses.Where(address => !address.IsGlobal).Select(address => address.Address)];
}
