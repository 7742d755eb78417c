using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>The certificates in a file. The constructors of .NET read the first of a PEM bundle and say nothing of the rest.</summary>
internal static class CertificateFile
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const string End = "-----END CERTIFICATE-----";

    /// <exception cref="FormatException">One of several is not in PEM form.</exception>
    /// <exception cref="CryptographicException">The file has no certificate.</exception>
    public static IReadOnlyList<X509Certificate2> Read(string path)
    {
        var octets = File.ReadAllBytes(path);
        var pem = Blocks(Encoding.ASCII.GetString(octets)).ToList();
        return pem.Count == 0 ? [new X509Certificate2(octets)] : [.. pem.Select(Decode)];
    }

    private static X509Certificate2 Decode(string block, int index)
    {
        try
        {
            return new X509Certificate2(Convert.FromBase64String(block));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw new FormatException($"The certificate number {index + 1} in the file is damaged.", exception);
        }
    }

    /// <summary>The base64 text of each certificate (RFC 7468 §5); what stands between them is for people.</summary>
    private static IEnumerable<string> Blocks(string text)
    {
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at, StringComparison.Ordinal))
        {
            at += Begin.Length;
            var end = text.IndexOf(End, at, StringComparison.Ordinal);
            yield return text.Substring(at, (end < 0 ? text.Length : end) - at);
        }
    }
}
