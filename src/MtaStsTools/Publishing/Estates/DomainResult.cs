namespace MtaStsTools.Publishing.Estates;

/// <summary>What applying came to for one domain of an estate.</summary>
public sealed record DomainResult
{
    /// <summary>What was to be done.</summary>
    public required DomainPlan Plan { get; init; }

    /// <summary>What came of it.</summary>
    public required DomainOutcome Outcome { get; init; }

    /// <summary>What each step came to; null where none was begun.</summary>
    public ChangeResult? Result { get; init; }

    /// <summary>Why it failed; else null.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The domain.</summary>
    public string Domain => Plan.Desired.Domain;

    /// <summary>When the domain may go on, where it waits; else null.</summary>
    public DateTimeOffset? NotBefore => Result?.NotBefore ?? Plan.NotBefore;

    /// <summary>Domain and outcome on one line; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Domain)}: {Outcome}{(Failure is null ? "" : $". {DisplayText.Sanitize(Failure.Message, 2000)}")}";
}
