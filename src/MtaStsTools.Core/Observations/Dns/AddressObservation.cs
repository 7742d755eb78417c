namespace MtaStsTools;

/// <summary>The addresses of a host.</summary>
public sealed record AddressObservation
{
    /// <summary>The question for A records.</summary>
    public required DnsLookup IPv4 { get; init; }

    /// <summary>The question for AAAA records.</summary>
    public required DnsLookup IPv6 { get; init; }

    /// <summary>The addresses found, in the order of the answers, IPv4 and then IPv6.</summary>
    public IReadOnlyList<AddressFact> Addresses { get; init => field = ValueList.Copy(value); } = ValueArray<AddressFact>.None;

    /// <summary>The addresses, or what became of the questions; safe to display.</summary>
    public override string ToString() => Addresses.Count > 0 ? Addresses.ToString()! : $"{IPv4}; {IPv6}";
}
