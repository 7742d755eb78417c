namespace MtaStsTools;

/// <summary>What a <see cref="RecordChangeStep"/> came to.</summary>
public sealed record PublishResult : IStepResult
{
    /// <summary>The step as it was planned.</summary>
    public required RecordChangeStep Step { get; init; }

    /// <inheritdoc/>
    public string Domain => Step.Domain;

    /// <inheritdoc/>
    public required StepState State { get; init; }

    /// <inheritdoc/>
    public bool Changed => State == StepState.Changed;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public TimeSpan Duration { get; init; }

    /// <summary>The owner name of the record.</summary>
    public string RecordName => Step.Change.RecordName;

    /// <summary>The zone that holds the record name.</summary>
    public string Zone => Step.Change.Zone;

    /// <summary>Which record.</summary>
    public RecordKind Kind => Step.Kind;

    /// <summary>The MTA-STS record that senders saw before; null where there was none that was valid and alone, and for the other kind.</summary>
    public MtaStsRecord? Before => Step.Before;

    /// <summary>The MTA-STS record that was to be published; null for a removal, and for the other kind.</summary>
    public MtaStsRecord? After => Step.After;

    /// <summary>The TLSRPT record that senders saw before; null where there was none that was valid and alone, and for the other kind.</summary>
    public TlsRptRecord? ReportingBefore => Step.ReportingBefore;

    /// <summary>The TLSRPT record that was to be published; null for a removal, and for the other kind.</summary>
    public TlsRptRecord? ReportingAfter => Step.ReportingAfter;

    /// <summary>The text of the record that senders saw before; null where there was none that was valid and alone.</summary>
    public string? TextBefore => Step.TextBefore;

    /// <summary>The text of the record that was to be published; null for a removal.</summary>
    public string? TextAfter => Step.TextAfter;

    /// <summary>What each authoritative server said when it was last asked; empty where nothing was written.</summary>
    public IReadOnlyList<ServerReadBack> Servers { get; init; } = [];

    /// <summary>
    /// The change was written, and the service could not refuse it had somebody else changed the record in the moment between the last look and the write:
    /// what they wrote then is lost or stands beside it.
    /// </summary>
    public bool RaceWasPossible { get; init; }

    /// <inheritdoc/>
    /// <remarks>Every server that could be asked has the change; true, too, where nothing was to be written.</remarks>
    public bool AllAgree => State is StepState.Unchanged or StepState.Changed && Servers.All(server => !server.IsBehind);

    /// <summary>The outcome on one line.</summary>
    public override string ToString() => SafeLine.Of(State switch
    {
        StepState.NotRun => $"{RecordName}: not begun.",
        StepState.Unchanged => $"{RecordName}: unchanged. {Step.Reason}",
        StepState.Failed => $"{RecordName}: not changed, for the change failed.",
        StepState.Unknown => $"{RecordName}: whether the change was made is not known.",
        _ => $"{RecordName}: {TextAfter ?? "removed"}{(Step.ReadsBack ? $" ({Servers.Count(server => server.Agreement == ServerAgreement.Agrees)} of {Servers.Count} servers agree)" : "")}{(RaceWasPossible ? "; a race was possible" : "")}",
    });
}
