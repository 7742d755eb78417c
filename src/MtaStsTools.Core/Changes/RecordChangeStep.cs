using System.Globalization;

namespace MtaStsTools;

/// <summary>The change of the TXT records at <c>_mta-sts.</c> and a domain (RFC 8461 §3.1).</summary>
public sealed record RecordChangeStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <inheritdoc/>
    public required string Provider { get; init; }

    /// <inheritdoc/>
    public required string Reason { get; init; }

    /// <summary>The change, value by value.</summary>
    public required RecordChange Change { get; init; }

    /// <summary>The record that senders see now; null where there is none that is valid and alone.</summary>
    public MtaStsRecord? Before { get; init; }

    /// <summary>The record that senders will see; null after a removal.</summary>
    public MtaStsRecord? After { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool IsEmpty => Change.IsEmpty;

    /// <inheritdoc/>
    public string Precondition => Change.Expected.Count == 0
        ? $"{Change.RecordName} has neither TXT records nor an alias."
        : $"{Change.RecordName} has exactly the {Count(Change.Expected)} that it had when it was read.";

    /// <inheritdoc/>
    public string Action => IsEmpty
        ? $"Nothing is changed at {Change.RecordName}."
        : $"{Count(Change.Remove)} removed and {Count(Change.Add)} added at {Change.RecordName} in the zone {Change.Zone}, by {Provider}.";

    /// <inheritdoc/>
    public string Verification => $"Every authoritative server of the zone {Change.Zone} is asked for {Change.RecordName} until it answers with {(After is null ? "no MTA-STS record" : After.ToString())}.";

    /// <summary>The step as a diff under its reason.</summary>
    public override string ToString() => $"{Change.RecordName} in the zone {Change.Zone}, {Provider}: {Reason}{(Change.Expected.Count + Change.Add.Count > 0 ? "\n" : "")}{Change}";

    private static string Count(IReadOnlyList<TxtValue> values) => values.Count == 1 ? "1 TXT record" : values.Count.ToString(CultureInfo.InvariantCulture) + " TXT records";
}
