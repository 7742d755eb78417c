namespace MtaStsTools.Publishing.Plans;

/// <summary>A finding as JSON has it; the rest is in the catalogue.</summary>
internal sealed record FindingDocument
{
    public required string Id { get; init; }

    public required string Severity { get; init; }

    public required string Message { get; init; }

    public string? Subject { get; init; }
}
