namespace MtaStsTools;

/// <summary>The policy host: its addresses and the attempts to fetch from them.</summary>
public sealed record PolicyHostObservation
{
    /// <summary><c>mta-sts.</c> and the domain.</summary>
    public required string Host { get; init; }

    /// <summary>Its addresses, with the CNAME chain in the lookups.</summary>
    public required AddressObservation Addresses { get; init; }

    /// <summary>The attempts, in order: one that answered is the last, unless all addresses were asked for.</summary>
    public IReadOnlyList<PolicyFetch> Fetches { get; init => field = ValueList.Copy(value); } = ValueArray<PolicyFetch>.None;

    /// <summary>The host and how each attempt ended; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Host)}: {(Fetches.Count == 0 ? "not contacted" : Fetches.ToString())}";
}
