namespace MtaStsTools.AspNetCore;

/// <summary>A finding, and where what it is about was written.</summary>
internal sealed record PlacedFinding
{
    /// <summary>A key of a configuration, or the domain.</summary>
    public required string Place { get; init; }

    public required Finding Finding { get; init; }

    public bool IsError => Finding.Severity == Severity.Error;

    /// <summary>Safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Place)}: {Finding} {Finding.Remedy}";
}
