using System.Text;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>The policy file of a domain is stored, replaced or removed at its policy host (RFC 8461 §3.3).</summary>
public sealed record PolicyFileStep : IChangeStep
{
    /// <summary>The change: what is stored now, and what shall be.</summary>
    public required PolicyFileChange Change { get; init; }

    /// <inheritdoc/>
    public string Domain => Change.Domain;

    /// <inheritdoc/>
    public required string Provider { get; init; }

    /// <inheritdoc/>
    public required string Reason { get; init; }

    /// <summary>The policy that is stored now; null where there is none, or none that can be read.</summary>
    public MtaStsPolicy? Before => Read(Change.Expected.Body);

    /// <summary>The policy that shall be stored; null for a removal.</summary>
    public MtaStsPolicy? After => Read(Change.Body);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool IsEmpty => Change.IsEmpty;

    /// <inheritdoc/>
    public string Precondition => Change.Expected.Body is null ? $"Nothing is stored at {Change.Expected.Location}." : $"What is stored at {Change.Expected.Location} is what was read.";

    /// <inheritdoc/>
    public string Action => IsEmpty
        ? $"Nothing is changed at {Change.Expected.Location}."
        : $"The policy file is {(Change.Body is null ? "removed" : Change.Expected.Body is null ? "stored" : "replaced")} at {Change.Expected.Location}, by {Provider}.";

    /// <inheritdoc/>
    public string Verification => IsEmpty ? "None is needed." : $"{Provider} says so; whether senders are served it is looked at from outside.";

    /// <summary>The step as a diff of the policy's lines under its reason.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Policy file of {Domain}, {Provider}: {Reason}");
        var (before, after) = (Lines(Change.Expected.Body), Lines(Change.Body));
        foreach (var line in before)
            text.Append('\n').Append(IsEmpty || after.Contains(line, StringComparer.Ordinal) ? "  " : "- ").Append(line);
        foreach (var line in after.Where(line => !before.Contains(line, StringComparer.Ordinal)))
            text.Append("\n+ ").Append(line);
        return text.ToString();
    }

    private static MtaStsPolicy? Read(ReadOnlyMemory<byte>? body) => body is { } octets && MtaStsPolicy.TryParse(octets.Span, out var policy, out _) ? policy : null;

    private static List<string> Lines(ReadOnlyMemory<byte>? body) => body is not { } octets
        ? []
        : [.. Encoding.UTF8.GetString(octets.ToArray()).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Take(64).Select(line => DisplayText.Sanitize(line))];
}
