namespace MtaStsTools.Assessment;

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
    private const byte SequenceTag = 0x30;
    private const byte VersionTag = 0xA0;

    private CertificateDer(byte[] whole, byte[] issuer, byte[] subject, byte[] publicKeyInfo)
    {
        Whole = whole;
        Issuer = issuer;
        Subject = subject;
        PublicKeyInfo = publicKeyInfo;
    }

    public byte[] Whole { get; }

    public byte[] PublicKeyInfo { get; }

    private byte[] Issuer { get; }

    private byte[] Subject { get; }

    public bool IsIssuedBy(CertificateDer other) => Issuer.AsSpan().SequenceEqual(other.Subject);

    /// <summary>The parts of a certificate, or null where its DER was not kept or is none.</summary>
    public static CertificateDer? Of(CertificateFacts facts) => facts.Der is { } der && Octets.FromBase64(der) is { } octets ? Read(octets) : null;

    private static CertificateDer? Read(byte[] whole)
    {
        if (Element(whole, 0, whole.Length) is not { Tag: SequenceTag } certificate
            || certificate.End != whole.Length
            || Element(whole, certificate.Content, certificate.End) is not { Tag: SequenceTag } body)
        {
            return null;
        }

        var parts = new List<byte[]>();
        for (var at = body.Content; at < body.End && parts.Count < 6;)
        {
            if (Element(whole, at, body.End) is not { } element)
                return null;
            if (element.Tag != VersionTag)
                parts.Add(whole.AsSpan(at, element.End - at).ToArray());
            at = element.End;
        }

        return parts is [_, _, var issuer, _, var subject, var publicKeyInfo] ? new CertificateDer(whole, issuer, subject, publicKeyInfo) : null;
    }

    /// <summary>The tag, content and end of the element at a place; null where it does not lie inside <paramref name="limit"/>.</summary>
    private static (byte Tag, int Content, int End)? Element(byte[] octets, int at, int limit)
    {
        if (at + 2 > limit)
            return null;
        var (tag, length, content) = (octets[at], (int)octets[at + 1], at + 2);
        if (length > 0x80)
        {
            var lengthOctets = length - 0x80;
            if (lengthOctets > 3 || content + lengthOctets > limit)
                return null;
            length = 0;
            for (var i = 0; i < lengthOctets; i++)
                length = (length << 8) | octets[content++];
        }
        else if (length == 0x80)
        {
            return null;
        }

        return content + length <= limit ? (tag, content, content + length) : null;
    }
}
