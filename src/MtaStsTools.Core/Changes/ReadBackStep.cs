namespace MtaStsTools;

/// <summary>Every authoritative server of a zone is asked for a record until all have it, or time is up.</summary>
public sealed record ReadBackStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <inheritdoc/>
    public required string Provider { get; init; }

    /// <summary>Which record.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>The change that the servers should have; one without a change says what they should have had before.</summary>
    public required RecordChange Change { get; init; }

    /// <summary>Whether the plan ends here while a server is behind. Without it that is a Warning, since the record is made.</summary>
    public bool MustAgree { get; init; }

    /// <inheritdoc/>
    public string Reason => MustAgree ? "What follows needs every server to have it." : "A server that lags still gives senders what was there before.";

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool IsEmpty => true;

    /// <inheritdoc/>
    public string Precondition => $"{Change.RecordName} is as it should be where it is kept.";

    /// <inheritdoc/>
    public string Action => $"Every authoritative server of the zone {Change.Zone} is asked for {Change.RecordName}.";

    /// <inheritdoc/>
    public string Verification => $"Each answers with {Expected}.";

    /// <summary>The step on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Change.RecordName}: every authoritative server of {Change.Zone} is asked until it answers with {Expected}. {Reason}");

    private string Expected => Change.Result.FirstOrDefault(value => value.Is(Kind)) is { } value ? value.ToString() : "no such record";
}
