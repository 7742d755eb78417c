using System.Formats.Asn1;

namespace MtaStsTools.Assessment.Dane;

/// <summary>The parts of a certificate that DANE compares (RFC 5280 §4.1), cut out of its DER.</summary>
/// <remarks>
/// <code>
/// Certificate    ::= SEQUENCE { tbsCertificate TBSCertificate, … }
/// TBSCertificate ::= SEQUENCE { version [0] EXPLICIT OPTIONAL, serialNumber INTEGER, signature SEQUENCE, issuer Name,
///                               validity SEQUENCE, subject Name, subjectPublicKeyInfo SubjectPublicKeyInfo, … }
/// </code>
/// </remarks>
internal sealed class CertificateDer
{
    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, tagValue: 0, isConstructed: true);

    /// <exception cref="AsnContentException">It is no certificate.</exception>
    private CertificateDer(byte[] whole)
    {
        var outer = new AsnReader(whole, AsnEncodingRules.DER);
        var certificate = outer.ReadSequence().ReadSequence();
        outer.ThrowIfNotEmpty();
        if (certificate.PeekTag() == Version)
            certificate.ReadEncodedValue();
        certificate.ReadIntegerBytes();
        certificate.ReadSequence();
        Issuer = Hexadecimal.Of(certificate.ReadEncodedValue().Span);
        certificate.ReadSequence();
        Subject = Hexadecimal.Of(certificate.ReadEncodedValue().Span);
        PublicKeyInfo = certificate.ReadEncodedValue().ToArray();
        Whole = whole;
    }

    public byte[] Whole { get; }

    public byte[] PublicKeyInfo { get; }

    /// <summary>The issuer's name in hexadecimal digits, to compare with a <see cref="Subject"/>.</summary>
    public string Issuer { get; }

    /// <summary>The subject's name in hexadecimal digits.</summary>
    public string Subject { get; }

    /// <summary>The parts of a certificate, or null where its DER was not kept or is none.</summary>
    public static CertificateDer? Of(CertificateFacts facts) => facts.Der is { } der && Octets.FromBase64(der) is { } octets ? TryRead(octets) : null;

    private static CertificateDer? TryRead(byte[] octets)
    {
        try
        {
            return new CertificateDer(octets);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
