namespace MtaStsTools.Publishing.Plans;

/// <summary>A plan as JSON has it.</summary>
internal sealed record PlanDocument
{
    public required int SchemaVersion { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    public IReadOnlyList<BasisDocument> Basis { get; init; } = [];

    public required IReadOnlyList<StepDocument> Steps { get; init; }
}
