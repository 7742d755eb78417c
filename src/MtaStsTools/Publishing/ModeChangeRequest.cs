using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>To which mode, and to which lifetime, the policy of a domain shall go; all else of it stays.</summary>
public sealed record ModeChangeRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The mode.</summary>
    public required MtaStsMode Mode { get; init; }

    /// <summary>The lifetime in the end, in whole seconds; null: that of now, and a day for <see cref="MtaStsMode.None"/>.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>
    /// The lifetimes on the way to <see cref="MaxAge"/>: each change goes to the next one, and only when the policy of now has lasted its own lifetime. Empty:
    /// at once.
    /// </summary>
    public IReadOnlyList<TimeSpan> Ladder { get; init; } = [];

    /// <summary>What else speaks against the mode, from sources that a publisher does not know: TLS reports that tell of failures.</summary>
    public IReadOnlyList<Finding> Objections { get; init; } = [];

    /// <summary>The time to live of the record; null: that of the records that are there, else the publisher's default.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Goes on against what speaks against it, and does not wait; each Error becomes a Warning (MTASTS8008) that tells what was overridden.</summary>
    public bool Force { get; init; }
}
