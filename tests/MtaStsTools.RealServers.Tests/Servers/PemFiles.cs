using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

internal static class PemFiles
{
    /// <summary>The chain as servers read it: the leaf first, then what is sent along.</summary>
    public static string Chain(this IssuedCertificate certificate) =>
        string.Join('\n', [certificate.Leaf.ExportCertificatePem(), .. certificate.Sent.Select(sent => sent.ExportCertificatePem())]) + "\n";

    public static string Key(this IssuedCertificate certificate)
    {
        using var key = (AsymmetricAlgorithm?)certificate.Leaf.GetECDsaPrivateKey() ?? certificate.Leaf.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
