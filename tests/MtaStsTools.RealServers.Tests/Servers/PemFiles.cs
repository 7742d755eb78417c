using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

internal static class PemFiles
{
    /// <summary>The chain as servers read it: the leaf first, then what is sent along.</summary>
    public static string Chain(this IssuedCertificate certificate) =>
        string.Join('\n', [certificate.Leaf.ExportCertificatePem(), .. certificate.Sent.Select(sent => sent.ExportCertificatePem())]) + "\n";

    public static string Key(this IssuedCertificate certificate) => Key(certificate.Leaf);

    public static string Key(X509Certificate2 certificate)
    {
        using var key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
