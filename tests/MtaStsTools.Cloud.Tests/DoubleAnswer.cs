namespace MtaStsTools.Cloud.Tests;

/// <summary>One answer of a double.</summary>
public sealed record DoubleAnswer
{
    public required int Status { get; init; }

    public string Body { get; init; } = "";

    public string MediaType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
