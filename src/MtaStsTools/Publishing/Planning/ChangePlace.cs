namespace MtaStsTools.Publishing.Planning;

/// <summary>Where a change would be made.</summary>
internal sealed record ChangePlace
{
    public required string Domain { get; init; }

    public RecordKind Kind { get; init; }

    public required string Zone { get; init; }

    /// <summary>Who would make it, for people.</summary>
    public required string Provider { get; init; }
}
