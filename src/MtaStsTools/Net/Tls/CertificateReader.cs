using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Net.Tls;

/// <summary>Turns a certificate into facts.</summary>
internal static class CertificateReader
{
    private static readonly (X509KeyUsageFlags Flag, string Name)[] KeyUsages =
    [
        (X509KeyUsageFlags.DigitalSignature, "digitalSignature"),
        (X509KeyUsageFlags.NonRepudiation, "nonRepudiation"),
        (X509KeyUsageFlags.KeyEncipherment, "keyEncipherment"),
        (X509KeyUsageFlags.DataEncipherment, "dataEncipherment"),
        (X509KeyUsageFlags.KeyAgreement, "keyAgreement"),
        (X509KeyUsageFlags.KeyCertSign, "keyCertSign"),
        (X509KeyUsageFlags.CrlSign, "cRLSign"),
        (X509KeyUsageFlags.EncipherOnly, "encipherOnly"),
        (X509KeyUsageFlags.DecipherOnly, "decipherOnly"),
    ];

    public static CertificateFacts Read(X509Certificate2 certificate) => new()
    {
        Subject = DisplayText.Sanitize(certificate.Subject),
        Issuer = DisplayText.Sanitize(certificate.Issuer),
        DnsNames = [.. DnsNames(certificate).Select(name => DisplayText.Sanitize(name, 256))],
        NotBefore = new DateTimeOffset(certificate.NotBefore).ToUniversalTime(),
        NotAfter = new DateTimeOffset(certificate.NotAfter).ToUniversalTime(),
        SerialNumber = certificate.SerialNumber ?? "",
        KeyAlgorithm = KeyAlgorithm(certificate),
        KeySize = KeySize(certificate),
        SignatureAlgorithm = DisplayText.Sanitize(certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? ""),
        SignatureHash = SignatureHash.Of(certificate.RawData),
        KeyUsage = KeyUsage(certificate),
        Sha256 = Sha256(certificate.RawData),
        Der = Convert.ToBase64String(certificate.RawData),
        IsSelfSigned = IsSelfSigned(certificate),
    };

    /// <summary>Whether subject and issuer are the same. That the key fits is for the chain to tell.</summary>
    public static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsSelfSigned(X509Certificate2 certificate)
    {
        if (!IsSelfIssued(certificate))
            return false;
        using var chain = ChainInspector.CreateChain();
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.Build(certificate);
        return chain.ChainElements.Count == 1
            && Array.TrueForAll(chain.ChainStatus, status => status.Status is not (X509ChainStatusFlags.NotSignatureValid or X509ChainStatusFlags.PartialChain));
    }

    private static List<string> DnsNames(X509Certificate2 certificate) =>
        certificate.Extensions[SubjectAlternativeNames.Oid] is { } extension ? SubjectAlternativeNames.Read(extension.RawData) : [];

    private static string KeyAlgorithm(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value switch
    {
        "1.2.840.113549.1.1.1" => "RSA",
        "1.2.840.10045.2.1" => "ECDSA",
        "1.2.840.10040.4.1" => "DSA",
        "1.2.840.113549.1.1.10" => "RSA-PSS",
        "1.3.101.112" => "Ed25519",
        "1.3.101.113" => "Ed448",
        var oid => DisplayText.Sanitize(oid ?? "unknown"),
    };

    private static int? KeySize(X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is not null)
                return rsa.KeySize;
            using var ecdsa = certificate.GetECDsaPublicKey();
            return ecdsa?.KeySize;
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException or ArgumentException)
        {
            // A curve or an encoding that this system does not know: the size stays unknown.
            return null;
        }
    }

    private static List<string>? KeyUsage(X509Certificate2 certificate)
    {
        try
        {
            return certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } extension
                ? [.. KeyUsages.Where(usage => extension.KeyUsages.HasFlag(usage.Flag)).Select(usage => usage.Name)]
                : null;
        }
        catch (CryptographicException)
        {
            // Whoever writes such an extension allows nothing with it.
            return [];
        }
    }

    private static string Sha256(byte[] octets)
    {
        using var hash = SHA256.Create();
        return Hexadecimal.Of(hash.ComputeHash(octets));
    }
}
