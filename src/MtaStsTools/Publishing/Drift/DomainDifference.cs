namespace MtaStsTools.Publishing.Drift;

/// <summary>One thing in which a domain, as senders meet it, is not what it shall be.</summary>
public sealed record DomainDifference
{
    /// <summary>The domain in A-label form; an alias where it is about that.</summary>
    public required string Domain { get; init; }

    /// <summary>What is different.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>What it is about: a record name or a policy host.</summary>
    public required string Subject { get; init; }

    /// <summary>What it shall be. Safe to display.</summary>
    public required string Expected { get; init; }

    /// <summary>What it is. Safe to display.</summary>
    public required string Actual { get; init; }

    /// <summary>Since when it is so, where the id of the record tells; else null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The difference on one line; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Subject)}: {Kind}; shall be {Expected}, is {Actual}";
}
