namespace MtaStsTools;

/// <summary>The TXT records of a name.</summary>
public sealed record TxtObservation
{
    /// <summary>The question and what became of it.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records, each with its character strings as they came (RFC 1035 §3.3.14).</summary>
    public IReadOnlyList<TxtFact> Records { get; init => field = ValueList.Copy(value); } = ValueArray<TxtFact>.None;

    /// <summary>The records, or what became of the question; safe to display.</summary>
    public override string ToString() => Records.Count > 0 ? Records.ToString()! : Lookup.ToString();
}
