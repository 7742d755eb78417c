namespace MtaStsTools.Publishing.Estates;

/// <summary>What is to be done for one domain of an estate.</summary>
public sealed record DomainPlan
{
    /// <summary>The domain as it shall be.</summary>
    public required DesiredDomain Desired { get; init; }

    /// <summary>What planning came to.</summary>
    public required DomainPlanState State { get; init; }

    /// <summary>The steps in the safe order; null where planning failed.</summary>
    public ChangePlan? Plan { get; init; }

    /// <summary>Why planning failed; else null. Its message is safe to display where it is a <see cref="ProviderException"/>.</summary>
    public Exception? Failure { get; init; }

    /// <summary>When the domain may go on, where it waits; else null.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether what senders may rely on today would change: not so where the domain gets MTA-STS for the first time.</summary>
    public bool AltersExisting { get; init; }

    /// <summary>Whether the plan takes MTA-STS down, or begins to.</summary>
    public bool Removes => Desired.Policy is null && State == DomainPlanState.Changes;

    /// <summary>Domain and state on one line; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Desired.Domain)}: {State}{(Failure is null ? "" : $". {DisplayText.Sanitize(Failure.Message, 2000)}")}";
}
