using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck.Xunit;
using MtaStsTools.Net.Tls;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>Names in certificates (RFC 6125 §6.4).</summary>
public sealed class CertificateNamesTests
{
    [Theory]
    [InlineData("mail.example.com", "mail.example.com", true)]
    [InlineData("mail.example.com.", "mail.example.com", true)]
    [InlineData("MAIL.example.com", "mail.EXAMPLE.com", true)]
    [InlineData("mail.example.com", "*.example.com", true)]
    [InlineData("mail.example.com", "*.EXAMPLE.com", true)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("a.b.example.com", "*.example.com", false)]
    [InlineData("mail.example.com", "m*.example.com", false)]
    [InlineData("mail.example.com", "*ail.example.com", false)]
    [InlineData("mail.example.com", "*.*.com", false)]
    [InlineData("mail.example.com", "mail.*.com", false)]
    [InlineData("mail.example.com", "*", false)]
    [InlineData("mail", "*.", false)]
    [InlineData("mail.", "*.", false)]
    [InlineData(".example.com", "*.example.com", false)]
    [InlineData("mail.example.com", "mail.example.com.evil.test", false)]
    [InlineData("mail.example.com", "mail.example.co", false)]
    [InlineData("mail.example.com", "*.example.com.evil.test", false)]
    [InlineData("mail.example.com", "", false)]
    [InlineData("", "", false)]
    [InlineData(".", "", false)]
    public void A_wildcard_is_the_whole_left_most_label_and_matches_one(string host, string name, bool expected) =>
        Assert.Equal(expected, CertificateNames.Match(host, [name]));

    [Fact]
    public void The_dns_names_of_a_certificate_are_read_and_no_others()
    {
        var builder = new SubjectAlternativeNameBuilder();
        builder.AddEmailAddress("user@example.com");
        builder.AddDnsName("one.example.com");
        builder.AddIpAddress(System.Net.IPAddress.Loopback);
        builder.AddDnsName("*.example.net");
        builder.AddUri(new Uri("https://example.org/"));
        builder.AddDnsName(new string('a', 60) + "." + new string('b', 60) + "." + new string('c', 60) + ".test");

        var names = SubjectAlternativeNames.Read(builder.Build().RawData);

        Assert.Equal(3, names.Count);
        Assert.Equal(["one.example.com", "*.example.net"], names.Take(2), StringComparer.Ordinal);
    }

    [Fact]
    public void A_name_past_the_thousandth_counts_and_the_bound_is_one_of_octets()
    {
        var builder = new SubjectAlternativeNameBuilder();
        for (var i = 0; i < 1500; i++)
            builder.AddDnsName($"n{i}.example.com");

        Assert.True(CertificateNames.Match("n1499.example.com", SubjectAlternativeNames.Read(builder.Build().RawData)));

        for (var i = 0; i < 8500; i++)
            builder.AddDnsName($"m{i}.example.com");
        Assert.InRange(SubjectAlternativeNames.Read(builder.Build().RawData).Sum(name => name.Length + 2), 100_000, 102_400);
    }

    [Property(MaxTest = 2000)]
    public void Octets_that_are_no_extension_never_throw(byte[] octets)
    {
        var names = SubjectAlternativeNames.Read(octets);
        Assert.True(names.Sum(name => name.Length) <= octets.Length);
        Assert.NotNull(SubjectAlternativeNames.Read([0x30, (byte)Math.Min(octets.Length, 127), .. octets]));
    }

    [Fact]
    public void Facts_of_a_certificate_are_all_there()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=\u202eevil\u0007", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));

        var facts = CertificateReader.Read(certificate);

        Assert.Equal(("RSA", 2048, true), (facts.KeyAlgorithm, facts.KeySize, facts.IsSelfSigned));
        Assert.Equal((DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)), (facts.NotBefore, facts.NotAfter));
        Assert.Equal(TimeSpan.Zero, facts.NotBefore.Offset);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), facts.Sha256);
        Assert.DoesNotContain(facts.Subject, char.IsControl);
        Assert.DoesNotContain('\u202e', facts.Subject);
        Assert.Empty(facts.DnsNames);
    }
}
