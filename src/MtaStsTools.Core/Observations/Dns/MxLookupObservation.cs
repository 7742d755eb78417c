namespace MtaStsTools;

/// <summary>The MX records of a domain.</summary>
public sealed record MxLookupObservation
{
    /// <summary>The question and what became of it.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records, by preference and then name.</summary>
    public IReadOnlyList<MxFact> Records { get; init => field = ValueList.Copy(value); } = ValueArray<MxFact>.None;

    /// <summary>Whether the one record is <c>0 .</c>: the domain accepts no mail (RFC 7505).</summary>
    public bool IsNullMx => Records is [{ Host.Length: 0 }];

    /// <summary>The records, or what became of the question; safe to display.</summary>
    public override string ToString() => Records.Count > 0 ? Records.ToString()! : Lookup.ToString();
}
