namespace MtaStsTools.Reporting.Summary;

/// <summary>One of the places that have to fit together.</summary>
internal sealed record ChainLink
{
    /// <summary>What it is: <c>DNS record</c>.</summary>
    public required string Name { get; init; }

    public required LinkState State { get; init; }

    /// <summary>What was seen there, in a few words.</summary>
    public required string Detail { get; init; }

    /// <summary>What the rules say of it, errors first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
