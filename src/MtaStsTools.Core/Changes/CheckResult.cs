namespace MtaStsTools;

/// <summary>What a step that changes nothing came to: verifying, reading back, testing, waiting.</summary>
public sealed record CheckResult : IStepResult
{
    /// <summary>The step as it was planned.</summary>
    public required IChangeStep Step { get; init; }

    /// <inheritdoc/>
    public string Domain => Step.Domain;

    /// <inheritdoc/>
    public required StepState State { get; init; }

    /// <inheritdoc/>
    public bool Changed => false;

    /// <inheritdoc/>
    public bool AllAgree => State == StepState.Verified && Servers.All(server => !server.IsBehind);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public TimeSpan Duration { get; init; }

    /// <summary>What each address that was asked said in the end: of the policy host, or of the authoritative servers.</summary>
    public IReadOnlyList<ServerReadBack> Servers { get; init; } = [];

    /// <summary>The test of the domain; null for steps that test none.</summary>
    public DomainReport? Report { get; init; }

    /// <summary>The outcome on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Subject}: {State switch
    {
        StepState.NotRun => "not begun.",
        StepState.Verified when Step is TestDomainStep && Report is not null => $"tested, {Report.Verdict}.",
        StepState.Verified => "as it should be.",
        StepState.Waiting => $"its time has not come. {Step.Reason}",
        _ => "not as it should be.",
    }}{(Servers.Count == 0 ? "" : $" ({Servers.Count(server => server.Agreement == ServerAgreement.Agrees)} of {Servers.Count} addresses agree)")}");

    private string Subject => Step switch
    {
        VerifyPolicyStep verify => $"policy at {verify.Host}",
        ReadBackStep readBack => $"servers of {readBack.Change.RecordName}",
        WaitStep => $"{Domain}, waiting",
        DelegationStep delegation => $"delegation of {Domain} to {delegation.DelegateTo}",
        _ => $"{Domain}, test",
    };
}
