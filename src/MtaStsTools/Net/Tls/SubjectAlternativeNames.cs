using System.Formats.Asn1;
using System.Text;

namespace MtaStsTools.Net.Tls;

/// <summary>
/// Reads the dNSName entries of a subject alternative name extension (RFC 5280 §4.2.1.6), which .NET Framework gives only as text in the
/// language of the system.
/// </summary>
internal static class SubjectAlternativeNames
{
    public const string Oid = "2.5.29.17";

    /// <summary>As long as a whole chain may be before OpenSSL, and with it most senders, refuses to read it.</summary>
    private const int MaxOctets = 102_400;

    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, tagValue: 2);

    /// <summary>The names, octets as Latin-1; what follows a malformed entry, or lies beyond the bound, is left out.</summary>
    public static List<string> Read(byte[] extension)
    {
        var names = new List<string>();
        try
        {
            var entries = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
            for (var octets = 0; entries.HasData;)
            {
                octets += entries.PeekEncodedValue().Length;
                if (octets > MaxOctets)
                    break;
                if (entries.PeekTag() == DnsName)
                    names.Add(ToText(entries.ReadOctetString(DnsName)));
                else
                    entries.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            // The names before the malformed entry count.
        }

        return names;
    }

    private static string ToText(byte[] octets)
    {
        var text = new StringBuilder(octets.Length);
        foreach (var octet in octets)
            text.Append((char)octet);
        return text.ToString();
    }
}
