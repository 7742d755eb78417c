using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Dane;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class PresentedChainTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void Issuers_are_found_in_any_order_and_strangers_are_not()
    {
        var (leaf, inner, root, stranger) = (Issued("leaf", by: "inner"), Issued("inner", by: "root"), Issued("root", by: "root"), Issued("stranger", by: "root"));

        Assert.Equal([leaf.Whole, inner.Whole, root.Whole], Chain(leaf, stranger, root, inner));
    }

    [Fact]
    public void Each_of_several_issuers_of_one_name_belongs_to_the_chain()
    {
        var (leaf, one, other) = (Issued("leaf", by: "authority"), Issued("authority", by: "one"), Issued("authority", by: "other"));

        Assert.Equal([leaf.Whole, one.Whole, other.Whole], Chain(leaf, one, other));
    }

    [Fact]
    public void Certificates_that_issued_one_another_come_to_an_end()
    {
        var (leaf, left, right) = (Issued("leaf", by: "left"), Issued("left", by: "right"), Issued("right", by: "left"));

        Assert.Equal([leaf.Whole, left.Whole, right.Whole], Chain(leaf, left, right));
    }

    private static IEnumerable<byte[]> Chain(CertificateDer leaf, params CertificateDer[] presented) =>
        PresentedChain.Of(leaf, [.. presented.Select(certificate => Facts(certificate.Whole))]).Select(certificate => certificate.Whole);

    private static CertificateFacts Facts(byte[] der) => Seen.Certificate("any.test").Certificate with { Der = Convert.ToBase64String(der) };

    private static CertificateDer Issued(string subject, string by)
    {
        var request = new CertificateRequest($"CN={subject}", Key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(new X500DistinguishedName($"CN={by}"), X509SignatureGenerator.CreateForECDsa(Key), Seen.Now, Seen.Now.AddDays(1), [1]);
        return CertificateDer.Of(Facts(certificate.RawData))!;
    }
}
