using FsCheck.Xunit;
using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Dane;
using MtaStsTools.Net.Tls;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>Cutting certificates, whole and hostile ones, into the parts that DANE compares.</summary>
public sealed class CertificateDerTests
{
    private static readonly CertificateFacts Leaf = CertificateReader.Read(DaneCases.Leaf);
    private static readonly CertificateFacts Authority = CertificateReader.Read(DaneCases.Authority);
    private static readonly byte[] LeafOctets = DaneCases.Leaf.RawData;

    [Fact]
    public void A_certificate_names_its_key_and_its_issuer()
    {
        var parts = CertificateDer.Of(Leaf)!;

        Assert.Equal(DaneCases.Leaf.PublicKey.ExportSubjectPublicKeyInfo(), parts.PublicKeyInfo);
        Assert.Equal(CertificateDer.Of(Authority)!.Subject, parts.Issuer);
        Assert.NotEqual(parts.Subject, CertificateDer.Of(Authority)!.Issuer);
    }

    [Fact]
    public void What_follows_the_certificate_makes_it_none() =>
        Assert.Null(CertificateDer.Of(Leaf with { Der = Convert.ToBase64String([.. LeafOctets, 0]) }));

    [Fact]
    public void Facts_without_octets_have_no_parts()
    {
        Assert.Null(CertificateDer.Of(Leaf with { Der = null }));
        Assert.Null(CertificateDer.Of(Leaf with { Der = "not Base64" }));
        Assert.Null(CertificateDer.Of(Leaf with { Der = "" }));
    }

    [Fact]
    public void A_length_beyond_any_certificate_is_no_reason_to_reserve_memory()
    {
        var endless = Leaf with { Der = Convert.ToBase64String([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x30, 0x84, 0x7F, 0xFF, 0xFF, 0x00]) };
        // The first failure of a process loads the texts of exceptions.
        Assert.Null(CertificateDer.Of(endless));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(CertificateDer.Of(endless));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Property(MaxTest = 2000)]
    public void A_certificate_with_any_octets_changed_never_throws(ushort at, byte value, byte[] tail)
    {
        var octets = (byte[])LeafOctets.Clone();
        octets[at % octets.Length] = value;
        byte[][] hostile = [octets, octets[..(at % octets.Length)], tail, [0x30, (byte)Math.Min(tail.Length, 127), .. tail]];

        foreach (var der in hostile)
            Assert.True(CertificateDer.Of(Leaf with { Der = Convert.ToBase64String(der) }) is null or { PublicKeyInfo.Length: > 0 });
    }
}
