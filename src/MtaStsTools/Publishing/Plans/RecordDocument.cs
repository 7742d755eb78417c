namespace MtaStsTools.Publishing.Plans;

/// <summary>A <see cref="RecordChange"/> as JSON has it; values are texts (see <see cref="OctetText"/>), times to live are seconds.</summary>
internal sealed record RecordDocument
{
    public required string Zone { get; init; }

    public required string RecordName { get; init; }

    public IReadOnlyList<string> Expected { get; init; } = [];

    public long? ExpectedTtl { get; init; }

    public IReadOnlyList<string> Remove { get; init; } = [];

    public IReadOnlyList<string> Add { get; init; } = [];

    public required long Ttl { get; init; }
}
