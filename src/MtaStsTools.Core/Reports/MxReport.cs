namespace MtaStsTools;

/// <summary>The verdict on one MX host.</summary>
public sealed record MxReport
{
    /// <summary>The host in A-label form without the root dot.</summary>
    public required string Host { get; init; }

    /// <summary>The preference of its MX record; lower is tried first.</summary>
    public int Preference { get; init; }

    /// <summary>The pattern of the policy that covers it, or null.</summary>
    public MxPattern? CoveredBy { get; init; }

    /// <summary>What a sender that enforces would do.</summary>
    public required SenderOutcome Outcome { get; init; }

    /// <summary>The result type of RFC 8460 §4.3 that such a sender would report, for instance <c>certificate-expired</c>; null where it delivers or is not known.</summary>
    public string? ResultType { get; init; }

    /// <summary>The protocol agreed on, for instance <c>TLS 1.3</c>.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>The certificate that the host presented.</summary>
    public CertificateFacts? Certificate { get; init; }

    /// <summary>What DANE says of the host.</summary>
    public DaneStatus Dane { get; init; }

    /// <summary>The findings about this host.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Copy(value); } = ValueArray<Finding>.None;

    /// <summary>Host and outcome; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Host)}: {Outcome}";
}
