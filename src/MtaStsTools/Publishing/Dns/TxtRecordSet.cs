using System.Net;

namespace MtaStsTools.Publishing.Dns;

/// <summary>The TXT records of one name, as an authoritative source holds them.</summary>
public sealed record TxtRecordSet
{
    /// <summary>The owner name, without the final dot.</summary>
    public required string RecordName { get; init; }

    /// <summary>The values; empty where the name has no TXT record.</summary>
    public IReadOnlyList<TxtValue> Values { get; init; } = [];

    /// <summary>The time to live that the set has; null where it is empty. One set has one (RFC 2181 §5.2).</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>The target, where the name is an alias and so cannot have a TXT record; else null.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether both lists have the same values, in whatever order.</summary>
    internal static bool AreSame(IReadOnlyList<TxtValue> one, IReadOnlyList<TxtValue> other) =>
        one.Count == other.Count && one.All(other.Contains) && other.All(one.Contains);

    /// <summary>Whether the name is no alias and has these values, in whatever order, and no other.</summary>
    internal bool HasExactly(IReadOnlyList<TxtValue> values) => Alias is null && AreSame(Values, values);
}
