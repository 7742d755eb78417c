using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>Real certificates, for DANE compares octets: a leaf for the MX and the authority that issued it.</summary>
internal static class DaneCases
{
    static DaneCases()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        Authority = authority.CreateSelfSigned(Seen.Now.AddDays(-60), Seen.Now.AddDays(600));
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=leaf", leafKey, HashAlgorithmName.SHA256);
        Leaf = leaf.Create(Authority, Seen.Now.AddDays(-30), Seen.Now.AddDays(60), [1]);
    }

    public static X509Certificate2 Leaf { get; }

    public static X509Certificate2 Authority { get; }

    /// <summary>The sound domain with these certificates and a <c>3 1 1</c> record that matches.</summary>
    public static DomainObservation Matching() => Presenting(Record(3, 1, 1, Leaf));

    /// <summary>The sound domain with these certificates and a record of one's own.</summary>
    public static DomainObservation Presenting(params TlsaFact[] records) => Seen.Sound()
        .WithMxCertificate(seen => seen.WithFacts(facts => facts with { Der = Convert.ToBase64String(Leaf.RawData) }) with
        {
            Intermediates = [seen.Certificate with { Subject = "CN=Authority", Der = Convert.ToBase64String(Authority.RawData) }],
        })
        .WithTlsa(authenticated: true, records);

    public static TlsaFact Record(int usage, int selector, int matchingType, X509Certificate2 certificate)
    {
        var octets = selector == 0 ? certificate.RawData : certificate.PublicKey.ExportSubjectPublicKeyInfo();
        var data = matchingType switch { 0 => octets, 1 => SHA256.HashData(octets), _ => SHA512.HashData(octets) };
        return new TlsaFact(usage, selector, matchingType, Convert.ToHexStringLower(data));
    }
}
