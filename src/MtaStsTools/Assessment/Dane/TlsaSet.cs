using System.Security.Cryptography;

namespace MtaStsTools.Assessment.Dane;

/// <summary>The usable TLSA records of a host (RFC 6698 §2.1), arranged so that a certificate is compared with all of them at once.</summary>
internal sealed class TlsaSet
{
    public const int TrustAnchor = 2;
    public const int EndEntity = 3;

    private const int Exact = 0;
    private const int Sha256 = 1;
    private const int Sha512 = 2;

    private readonly HashSet<(int Usage, int Selector, int MatchingType)> _kinds = [];
    private readonly HashSet<(int Usage, int Selector, int MatchingType, string Data)> _records = [];

    public TlsaSet(IEnumerable<TlsaFact> records)
    {
        foreach (var record in records.Where(IsUsable))
        {
            _kinds.Add((record.Usage, record.Selector, record.MatchingType));
            _records.Add((record.Usage, record.Selector, record.MatchingType, record.Data.ToLowerInvariant()));
        }
    }

    public bool IsEmpty => _records.Count == 0;

    /// <summary>Whether a record of the usage was made from the certificate.</summary>
    public bool Names(int usage, CertificateDer certificate) => _kinds.Any(kind =>
        kind.Usage == usage && _records.Contains((usage, kind.Selector, kind.MatchingType, Data(kind.Selector, kind.MatchingType, certificate))));

    /// <summary>Usages 0 and 1 are not for SMTP (RFC 7672 §3.1.3), and unknown parameters are for nobody (RFC 6698 §4.1).</summary>
    private static bool IsUsable(TlsaFact record) =>
        record.Usage is TrustAnchor or EndEntity && record.Selector is 0 or 1 && Hexadecimal.OctetsIn(record.Data) is { } octets && record.MatchingType switch
        {
            Exact => octets > 0,
            Sha256 => octets == 32,
            Sha512 => octets == 64,
            _ => false,
        };

    private static string Data(int selector, int matchingType, CertificateDer certificate)
    {
        var selected = selector == 0 ? certificate.Whole : certificate.PublicKeyInfo;
        if (matchingType == Exact)
            return Hexadecimal.Of(selected);
        using HashAlgorithm hash = matchingType == Sha256 ? SHA256.Create() : SHA512.Create();
        return Hexadecimal.Of(hash.ComputeHash(selected));
    }
}
