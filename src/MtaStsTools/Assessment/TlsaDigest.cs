using System.Security.Cryptography;

namespace MtaStsTools.Assessment;

/// <summary>Compares TLSA records with certificates (RFC 6698 §2.1).</summary>
internal static class TlsaDigest
{
    public const int Exact = 0;
    public const int Sha256 = 1;
    public const int Sha512 = 2;

    public static bool Matches(TlsaFact record, byte[] data, CertificateDer certificate) =>
        Digest(record.MatchingType, record.Selector == 0 ? certificate.Whole : certificate.PublicKeyInfo).AsSpan().SequenceEqual(data);

    private static byte[] Digest(int matchingType, byte[] octets)
    {
        if (matchingType == Exact)
            return octets;
        using HashAlgorithm hash = matchingType == Sha256 ? SHA256.Create() : SHA512.Create();
        return hash.ComputeHash(octets);
    }
}
