using System.Globalization;

namespace MtaStsTools;

/// <summary>The change of the TXT records at <c>_mta-sts.</c> and a domain (RFC 8461 §3.1), or at <c>_smtp._tls.</c> and a domain (RFC 8460 §3).</summary>
public sealed record RecordChangeStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <inheritdoc/>
    public required string Provider { get; init; }

    /// <inheritdoc/>
    public required string Reason { get; init; }

    /// <summary>Which record.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>The change, value by value.</summary>
    public required RecordChange Change { get; init; }

    /// <summary>The MTA-STS record that senders see now; null where there is none that is valid and alone, and for the other kind.</summary>
    public MtaStsRecord? Before { get; init; }

    /// <summary>The MTA-STS record that senders will see; null after a removal, and for the other kind.</summary>
    public MtaStsRecord? After { get; init; }

    /// <summary>The TLSRPT record that senders see now; null where there is none that is valid and alone, and for the other kind.</summary>
    public TlsRptRecord? ReportingBefore { get; init; }

    /// <summary>The TLSRPT record that senders will see; null after a removal, and for the other kind.</summary>
    public TlsRptRecord? ReportingAfter { get; init; }

    /// <summary>The text of the record that senders see now; null where there is none that is valid and alone.</summary>
    public string? TextBefore => Before?.ToString() ?? ReportingBefore?.ToString();

    /// <summary>The text of the record that senders will see; null after a removal.</summary>
    public string? TextAfter => After?.ToString() ?? ReportingAfter?.ToString();

    /// <summary>Whether the authoritative servers are asked by the step itself; false where a <see cref="ReadBackStep"/> does.</summary>
    public bool ReadsBack { get; init; } = true;

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
    public string Verification => ReadsBack
        ? $"Every authoritative server of the zone {Change.Zone} is asked for {Change.RecordName} until it answers with {TextAfter ?? (Kind == RecordKind.TlsRpt ? "no TLSRPT record" : "no MTA-STS record")}."
        : "It is read back by a step of its own.";

    /// <summary>The step as a diff under its reason.</summary>
    public override string ToString() => SafeLine.Of($"{Change.RecordName} in the zone {Change.Zone}, {Provider}: {Reason}") + (Change.Expected.Count + Change.Add.Count > 0 ? $"\n{Change}" : "");

    private static string Count(IReadOnlyList<TxtValue> values) => values.Count == 1 ? "1 TXT record" : values.Count.ToString(CultureInfo.InvariantCulture) + " TXT records";
}
