namespace MtaStsTools.Assessment.Certificates;

/// <summary>What OpenSSL refuses at security level 2, which Debian, Ubuntu and Red Hat set: keys and signatures of less than 112 bits (RFC 9325 §4.5).</summary>
internal static class WeakCertificate
{
    private const int LeastRsaBits = 2048;
    private const int LeastCurveBits = 224;

    /// <summary>One of these is needed for every handshake of TLS.</summary>
    private static readonly string[] UsagesForTls = ["digitalSignature", "keyEncipherment", "keyAgreement"];

    /// <summary>Each reason to refuse it, the server's own certificate first; the signature of a root does not count.</summary>
    public static IEnumerable<string> Reasons(CertificateObservation observed)
    {
        foreach (var reason in Reasons(observed.Certificate))
            yield return $"it {reason}";
        if (observed.Certificate.KeyUsage is { } usages && !usages.Intersect(UsagesForTls, StringComparer.Ordinal).Any())
            yield return $"its key usage ({(usages.Count == 0 ? "none" : string.Join(", ", usages))}) allows no TLS";
        foreach (var issuer in observed.Intermediates)
            foreach (var reason in Reasons(issuer))
                yield return $"the certificate '{issuer.Subject}' {reason}";
    }

    private static IEnumerable<string> Reasons(CertificateFacts certificate)
    {
        if (certificate is { IsSelfSigned: false, SignatureHash: "MD2" or "MD5" or "SHA-1" })
            yield return $"is signed with {certificate.SignatureHash}";
        if (certificate.KeySize < (certificate.KeyAlgorithm == "ECDSA" ? LeastCurveBits : LeastRsaBits))
            yield return $"has an {certificate.KeyAlgorithm} key of {certificate.KeySize} bits";
    }
}
