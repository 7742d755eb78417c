namespace MtaStsTools.Reporting.JUnit;

/// <summary>A test case: a link of a domain's chain, or a finding about a file.</summary>
internal sealed record JUnitCase
{
    public required string Name { get; init; }

    public required JUnitState State { get; init; }

    /// <summary>The one line that a build server shows first.</summary>
    public string Message { get; init; } = "";

    /// <summary>The rule that failed first.</summary>
    public string Type { get; init; } = "";

    /// <summary>All findings, a line each.</summary>
    public string Text { get; init; } = "";
}
