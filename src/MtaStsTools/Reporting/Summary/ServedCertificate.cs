namespace MtaStsTools.Reporting.Summary;

/// <summary>A certificate that a host of a domain presents.</summary>
internal sealed record ServedCertificate
{
    public required string Host { get; init; }

    /// <summary>Whether the host is the policy host, and not an MX.</summary>
    public required bool IsPolicyHost { get; init; }

    public required DateTimeOffset NotAfter { get; init; }
}
