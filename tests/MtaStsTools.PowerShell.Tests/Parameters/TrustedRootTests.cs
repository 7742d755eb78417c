using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.PowerShell.Tests.Cmdlets;

namespace MtaStsTools.PowerShell.Tests.Parameters;

/// <summary>Files for <c>-TrustedRoot</c>: one certificate, or a bundle of which every one counts.</summary>
public sealed class TrustedRootTests(LabFixture lab) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("other lab", "Pass")]
    [InlineData("lab other", "Pass")]
    [InlineData("other", "Fail")]
    [InlineData("other other", "Fail")]
    public void Every_certificate_of_a_bundle_is_trusted(string content, string verdict)
    {
        using var other = Authority();
        var pem = content.Split(' ').Select(name => name == "lab" ? File.ReadAllText(lab.Lab.RootCertificatePath) : other.ExportCertificatePem());
        File.WriteAllText(_folder.File("roots.pem"), string.Join("\n", pem.Select(text => $"# For people: -----BEGIN NOTES-----\r\n{text}\r\n")));
        using var session = lab.Open().Set("path", _folder.File("roots.pem"));

        Assert.Equal(verdict, session.Run("(Test-MtaStsDomain good.test -TrustedRoot $path).Verdict.ToString()").Only<string>());
    }

    [Fact]
    public void Files_of_one_certificate_and_objects_mix_with_bundles()
    {
        using var other = Authority();
        File.WriteAllBytes(_folder.File("other.der"), other.Export(X509ContentType.Cert));
        using var session = lab.Open().Set("other", other).Set("der", _folder.File("other.der")).Set("root", lab.Lab.RootCertificatePath);

        Assert.Equal("Pass", session.Run("(Test-MtaStsDomain good.test -TrustedRoot $other, $der, $root).Verdict.ToString()").Only<string>());
        Assert.Equal("Fail", session.Run("(Test-MtaStsDomain good.test -TrustedRoot $other, $der).Verdict.ToString()").Only<string>());
    }

    [Theory]
    [InlineData("MIIB!")]
    [InlineData("AAAA")]
    public void A_damaged_certificate_of_a_bundle_is_named_by_its_number(string base64)
    {
        File.WriteAllText(_folder.File("roots.pem"), File.ReadAllText(lab.Lab.RootCertificatePath) + $"\n-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n");
        using var session = lab.Open().Set("path", _folder.File("roots.pem"));

        Assert.Contains("roots.pem': The certificate number 2 in the file is damaged.", session.Run("Test-MtaStsDomain good.test -TrustedRoot $path").Error.ToString(), StringComparison.Ordinal);
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Another root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
