namespace MtaStsTools.Publishing.Hosts;

/// <summary>What a <see cref="PolicyFileStep"/> came to.</summary>
public sealed record PolicyFileResult : IStepResult
{
    /// <summary>The step as it was planned.</summary>
    public required PolicyFileStep Step { get; init; }

    /// <inheritdoc/>
    public string Domain => Step.Domain;

    /// <inheritdoc/>
    public required StepState State { get; init; }

    /// <inheritdoc/>
    public bool Changed => State == StepState.Changed;

    /// <inheritdoc/>
    public bool AllAgree => State is StepState.Unchanged or StepState.Changed;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public TimeSpan Duration { get; init; }

    /// <summary>Where the host keeps the file, for people.</summary>
    public string Location => Step.Change.Expected.Location;

    /// <summary>The outcome on one line.</summary>
    public override string ToString() => $"policy file of {Domain}: {State switch
    {
        StepState.NotRun => "not begun.",
        StepState.Unchanged => $"unchanged. {Step.Reason}",
        StepState.Failed => "not changed, for the change failed.",
        StepState.Unknown => "whether the change was made is not known.",
        _ => Step.Change.Body is null ? $"removed at {Location}." : $"stored at {Location}.",
    }}";
}
