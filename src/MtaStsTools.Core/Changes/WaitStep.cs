using System.Globalization;

namespace MtaStsTools;

/// <summary>Nothing behind this step is done before its time has come: senders may hold an earlier policy until then (RFC 8461 §8.3).</summary>
public sealed record WaitStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <summary>When the plan may go on.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <inheritdoc/>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    /// <remarks>Nobody: nothing is changed.</remarks>
    public string Provider => Domain;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Go on before the time has come; a Warning (MTASTS8008) tells so.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    public bool IsEmpty => true;

    /// <inheritdoc/>
    public string Precondition => "None.";

    /// <inheritdoc/>
    public string Action => $"Nothing is done before {Time}.";

    /// <inheritdoc/>
    public string Verification => $"The clock shows {Time} or later.";

    /// <summary>The step on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Domain}: {(Force ? "not waiting" : "wait")} until {Time}. {Reason}");

    private string Time => Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
