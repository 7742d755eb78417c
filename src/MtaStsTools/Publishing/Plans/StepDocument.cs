namespace MtaStsTools.Publishing.Plans;

/// <summary>A step as JSON has it: its kind, and what steps of that kind have.</summary>
internal sealed record StepDocument
{
    public required string Kind { get; init; }

    public required string Domain { get; init; }

    public string? Provider { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<FindingDocument> Findings { get; init; } = [];

    public FileDocument? File { get; init; }

    public string? Policy { get; init; }

    public string? Id { get; init; }

    public string? DelegateTo { get; init; }

    public string? Record { get; init; }

    public RecordDocument? Change { get; init; }

    public bool? ReadsBack { get; init; }

    public bool? MustAgree { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool? Force { get; init; }
}
