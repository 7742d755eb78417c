namespace MtaStsTools;

/// <summary>The verdict on a domain, with all that it rests on.</summary>
public sealed record DomainReport
{
    /// <summary>The version of this shape when it is written as JSON.</summary>
    public int SchemaVersion { get; init; } = DomainObservation.CurrentSchemaVersion;

    /// <summary>The domain in A-label form without the root dot.</summary>
    public required string Domain { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The mode that senders will act on, or null where they find no usable policy.</summary>
    public MtaStsMode? Mode { get; init; }

    /// <summary>The TXT record, or null where there is no usable one.</summary>
    public MtaStsRecord? Record { get; init; }

    /// <summary>The policy as far as it could be read; <see cref="Findings"/> tell whether it is valid.</summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>The MX hosts, most preferred first.</summary>
    public IReadOnlyList<MxReport> MailExchangers { get; init => field = ValueList.Copy(value); } = ValueArray<MxReport>.None;

    /// <summary>Whether every MX would get its mail from a sender that enforces this policy; null where that is not known.</summary>
    public bool? MailFlowsUnderEnforce { get; init; }

    /// <summary>The TLSRPT record, or null where there is no usable one.</summary>
    public TlsRptRecord? TlsReporting { get; init; }

    /// <summary>Everything the rules have to say, errors first.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Copy(value); } = ValueArray<Finding>.None;

    /// <summary>When the domain was observed, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>How long the observation took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The facts that this report assesses.</summary>
    public required DomainObservation Observation { get; init; }

    /// <summary>Domain and verdict; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Domain)}: {Verdict}";
}
