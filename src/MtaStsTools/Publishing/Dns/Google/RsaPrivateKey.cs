using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>An RSA private key in PKCS #8 (RFC 5958, RFC 8017 §A.1.2), read by hand: .NET Framework has nothing for it.</summary>
internal static class RsaPrivateKey
{
    private const string Begin = "-----BEGIN PRIVATE KEY-----";
    private const string End = "-----END PRIVATE KEY-----";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <exception cref="FormatException">It is not PEM of a private key.</exception>
    /// <exception cref="CryptographicException">It is no RSA key.</exception>
    public static RSAParameters FromPem(string pem)
    {
        var begin = pem.IndexOf(Begin, StringComparison.Ordinal);
        var end = pem.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new FormatException("It is not PEM of a private key.");
        var from = begin + Begin.Length;
        try
        {
            return FromPkcs8(Convert.FromBase64String(pem.Substring(from, end - from)));
        }
        catch (AsnContentException exception)
        {
            throw new CryptographicException("It is no RSA key.", exception);
        }
    }

    private static RSAParameters FromPkcs8(byte[] octets)
    {
        var info = new AsnReader(octets, AsnEncodingRules.DER).ReadSequence();
        info.ReadInteger();
        if (info.ReadSequence().ReadObjectIdentifier() != RsaEncryption)
            throw new CryptographicException("It is no RSA key.");
        var key = new AsnReader(info.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        key.ReadInteger();
        var modulus = Unsigned(key.ReadInteger(), 0);
        var half = (modulus.Length + 1) / 2;
        return new RSAParameters
        {
            Modulus = modulus,
            Exponent = Unsigned(key.ReadInteger(), 0),
            D = Unsigned(key.ReadInteger(), modulus.Length),
            P = Unsigned(key.ReadInteger(), half),
            Q = Unsigned(key.ReadInteger(), half),
            DP = Unsigned(key.ReadInteger(), half),
            DQ = Unsigned(key.ReadInteger(), half),
            InverseQ = Unsigned(key.ReadInteger(), half),
        };
    }

    /// <summary>The number without sign, the most significant octet first, filled up with zeros to a length.</summary>
    private static byte[] Unsigned(BigInteger number, int length)
    {
        var octets = number.ToByteArray();
        var count = octets.Length;
        while (count > 1 && octets[count - 1] == 0)
            count--;
        var result = new byte[Math.Max(count, length)];
        for (var i = 0; i < count; i++)
            result[result.Length - 1 - i] = octets[i];
        return result;
    }
}
