namespace MtaStsTools;

/// <summary>In what the world is no longer as it was when a plan was made.</summary>
public sealed record PlanDifference
{
    /// <summary>The policy domain in A-label form.</summary>
    public required string Domain { get; init; }

    /// <summary>What it is about: a record name, a policy file, the MX hosts.</summary>
    public required string Subject { get; init; }

    /// <summary>What it was when the plan was made. Safe to display.</summary>
    public required string Planned { get; init; }

    /// <summary>What it is now. Safe to display.</summary>
    public required string Now { get; init; }

    /// <summary>The difference on one line.</summary>
    public override string ToString() => $"{Subject}: was {Planned}, is {Now}.";
}
