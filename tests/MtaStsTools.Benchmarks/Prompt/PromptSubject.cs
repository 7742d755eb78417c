namespace MtaStsTools.Benchmarks.Prompt;

/// <summary>A pwsh to measure, and what was measured of it, round by round.</summary>
internal sealed class PromptSubject
{
    public required string Name { get; init; }

    /// <summary>The module to import; null for none.</summary>
    public string? Manifest { get; init; }

    /// <summary>The domain to test; null for none.</summary>
    public string? Domain { get; init; }

    /// <summary>Milliseconds from the start of pwsh to its end.</summary>
    public List<double> Process { get; } = [];

    public Dictionary<string, List<PromptStep>> Steps { get; } = new(StringComparer.Ordinal);
}
