namespace MtaStsTools;

/// <summary>One certificate as a server presented it.</summary>
public sealed record CertificateFacts
{
    /// <summary>Distinguished name of the subject; safe to display.</summary>
    public required string Subject { get; init; }

    /// <summary>Distinguished name of the issuer; safe to display.</summary>
    public required string Issuer { get; init; }

    /// <summary>DNS names of the subject alternative name extension, as they stand in it; safe to display.</summary>
    public IReadOnlyList<string> DnsNames { get; init => field = ValueList.Copy(value); } = ValueArray<string>.None;

    /// <summary>Begin of the validity, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>End of the validity, UTC.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Serial number in hexadecimal digits.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Key algorithm, for instance <c>RSA</c> or <c>ECDSA</c>.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>Key size in bits, or null where it is not known.</summary>
    public int? KeySize { get; init; }

    /// <summary>Signature algorithm, for instance <c>sha256RSA</c>.</summary>
    public required string SignatureAlgorithm { get; init; }

    /// <summary>The hash of the signature: <c>MD5</c>, <c>SHA-1</c>, <c>SHA-256</c> …; null where the algorithm has none of its own (Ed25519) or it is not known.</summary>
    public string? SignatureHash { get; init; }

    /// <summary>
    /// What the key may be used for, in the words of RFC 5280 §4.2.1.3 (<c>digitalSignature</c>, <c>keyEncipherment</c> …); null where the
    /// certificate has no such extension, and the key may be used for anything.
    /// </summary>
    public IReadOnlyList<string>? KeyUsage { get; init => field = value is null ? null : ValueList.Copy(value); }

    /// <summary>SHA-256 of the whole certificate, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The whole certificate in DER, Base64; kept so that DANE can be assessed again.</summary>
    public string? Der { get; init; }

    /// <summary>Whether subject and issuer are the same and the certificate's own key signed it.</summary>
    public bool IsSelfSigned { get; init; }

    /// <summary>Subject and end of the validity; safe to display.</summary>
    public override string ToString() => FormattableString.Invariant($"{DisplayText.Sanitize(Subject)}, until {NotAfter:yyyy-MM-dd}");
}
