namespace MtaStsTools.Lab;

/// <summary>Who signs a certificate of the lab.</summary>
public enum LabIssuer
{
    /// <summary>An intermediate authority below the lab's root; the server sends it along.</summary>
    Intermediate,

    /// <summary>The same intermediate, which the server forgets to send.</summary>
    IntermediateNotSent,

    /// <summary>An intermediate, which is sent along, below a second root that no client trusts.</summary>
    UntrustedRoot,

    /// <summary>The certificate itself.</summary>
    Self,
}

/// <summary>The certificate that a host of the lab presents; the default is a faultless one for the host's own name.</summary>
public sealed record LabCertificate
{
    /// <summary>A trusted, current certificate for the host's own name.</summary>
    public static LabCertificate Good { get; } = new();

    /// <summary>DNS names of the subjectAltName; absent means the host's own name, empty means no subjectAltName at all.</summary>
    public IReadOnlyList<string>? DnsNames { get; init; }

    /// <summary>The signer.</summary>
    public LabIssuer Issuer { get; init; }

    /// <summary>Start of validity, relative to the lab's start.</summary>
    public TimeSpan NotBefore { get; init; } = TimeSpan.FromDays(-30);

    /// <summary>End of validity, relative to the lab's start.</summary>
    public TimeSpan NotAfter { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Whether its key may sign certificates and nothing else, so that its key usage allows no TLS.</summary>
    public bool KeySignsCertificatesOnly { get; init; }

    /// <summary>Expired three days before the lab's start.</summary>
    public static LabCertificate Expired { get; } = new() { NotBefore = TimeSpan.FromDays(-93), NotAfter = TimeSpan.FromDays(-3) };

    /// <summary>Valid only from three days after the lab's start.</summary>
    public static LabCertificate NotYetValid { get; } = new() { NotBefore = TimeSpan.FromDays(3), NotAfter = TimeSpan.FromDays(93) };

    /// <summary>Signed by nobody but itself.</summary>
    public static LabCertificate SelfSigned { get; } = new() { Issuer = LabIssuer.Self };

    /// <summary>Signed by a root that no client trusts.</summary>
    public static LabCertificate Untrusted { get; } = new() { Issuer = LabIssuer.UntrustedRoot };

    /// <summary>Sent without the intermediate that signed it.</summary>
    public static LabCertificate WithoutIntermediate { get; } = new() { Issuer = LabIssuer.IntermediateNotSent };

    /// <summary>The name stands in the subject's CN alone.</summary>
    public static LabCertificate CommonNameOnly { get; } = new() { DnsNames = [] };

    /// <summary>Sound but for its key usage, which allows no TLS.</summary>
    public static LabCertificate WrongKeyUsage { get; } = new() { KeySignsCertificatesOnly = true };

    /// <summary>A certificate for other names than the host's.</summary>
    public static LabCertificate For(params string[] dnsNames) => new() { DnsNames = dnsNames };
}
