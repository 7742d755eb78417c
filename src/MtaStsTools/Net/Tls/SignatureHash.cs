using System.Formats.Asn1;

namespace MtaStsTools.Net.Tls;

/// <summary>The hash under the signature of a certificate (RFC 5280 §4.1.1.2); .NET names algorithms in the words of each system, and RSA-PSS without its hash.</summary>
internal static class SignatureHash
{
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string Sha1 = "SHA-1";

    private static readonly Asn1Tag PssHash = new(TagClass.ContextSpecific, tagValue: 0, isConstructed: true);

    private static readonly Dictionary<string, string> Hashes = new(StringComparer.Ordinal)
    {
        // RFC 8017 appendix A, RFC 5758 §3, and SHA-1 as OIW named it.
        ["1.2.840.113549.1.1.2"] = "MD2",
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = Sha1,
        ["1.3.14.3.2.29"] = Sha1,
        ["1.2.840.113549.1.1.14"] = "SHA-224",
        ["1.2.840.113549.1.1.11"] = "SHA-256",
        ["1.2.840.113549.1.1.12"] = "SHA-384",
        ["1.2.840.113549.1.1.13"] = "SHA-512",
        ["1.2.840.10040.4.3"] = Sha1,
        ["2.16.840.1.101.3.4.3.2"] = "SHA-256",
        ["1.2.840.10045.4.1"] = Sha1,
        ["1.2.840.10045.4.3.1"] = "SHA-224",
        ["1.2.840.10045.4.3.2"] = "SHA-256",
        ["1.2.840.10045.4.3.3"] = "SHA-384",
        ["1.2.840.10045.4.3.4"] = "SHA-512",

        // The hashes by themselves, as RSA-PSS names them.
        ["1.2.840.113549.2.5"] = "MD5",
        ["1.3.14.3.2.26"] = Sha1,
        ["2.16.840.1.101.3.4.2.4"] = "SHA-224",
        ["2.16.840.1.101.3.4.2.1"] = "SHA-256",
        ["2.16.840.1.101.3.4.2.2"] = "SHA-384",
        ["2.16.840.1.101.3.4.2.3"] = "SHA-512",
    };

    /// <summary>Its name, or null where the algorithm has none of its own, is not known, or the certificate is malformed.</summary>
    public static string? Of(byte[] certificate)
    {
        try
        {
            var parts = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence();
            parts.ReadEncodedValue();
            var algorithm = parts.ReadSequence();
            var oid = algorithm.ReadObjectIdentifier();
            if (oid == RsaPss)
                return OfPss(algorithm);
            return Hashes.TryGetValue(oid, out var hash) ? hash : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>RFC 4055 §3.1: parameters that do not name a hash mean SHA-1.</summary>
    private static string? OfPss(AsnReader algorithm)
    {
        var parameters = algorithm.ReadSequence();
        if (!parameters.HasData || parameters.PeekTag() != PssHash)
            return Sha1;
        var oid = parameters.ReadSequence(PssHash).ReadSequence().ReadObjectIdentifier();
        return Hashes.TryGetValue(oid, out var hash) ? hash : null;
    }
}
