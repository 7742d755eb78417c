namespace MtaStsTools.Assessment;

/// <summary>Words and questions about DNS lookups that several parts share.</summary>
internal static class Lookups
{
    /// <summary>What became of a failed lookup and which server said so, for a sentence that ends "…: {0}".</summary>
    public static string Failure(DnsLookup lookup)
    {
        var what = lookup.Outcome switch
        {
            DnsOutcome.ServerFailure => "SERVFAIL",
            DnsOutcome.Refused => "REFUSED",
            DnsOutcome.Timeout => "no answer in time",
            DnsOutcome.AliasLoop => "its CNAME records lead in a circle",
            DnsOutcome.NotAsked => "the question was not asked",
            _ => "the lookup failed",
        };
        // The resolver's own words often begin with the response code that is said already.
        var detail = lookup.Detail is { Length: > 0 } words && words.IndexOf(what, StringComparison.OrdinalIgnoreCase) < 0 ? $" ({words})" : "";
        return lookup.Server is { Length: > 0 } server ? $"{server} says {what}{detail}" : what + detail;
    }

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
