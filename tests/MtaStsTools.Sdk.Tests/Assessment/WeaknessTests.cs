using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Certificates;
using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>What some senders refuse and others take.</summary>
public sealed class WeaknessTests
{
    [Theory]
    [InlineData("TLS_AES_256_GCM_SHA384", null)]
    [InlineData("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", null)]
    [InlineData("TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256", null)]
    [InlineData("TLS_RSA_WITH_AES_128_GCM_SHA256", "has no forward secrecy")]
    [InlineData("TLS_RSA_WITH_AES_128_CBC_SHA", "has no forward secrecy")]
    [InlineData("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "encrypts in CBC mode")]
    [InlineData("TLS_RSA_WITH_3DES_EDE_CBC_SHA", "encrypts with 3DES, whose blocks are too short")]
    [InlineData("TLS_RSA_WITH_RC4_128_SHA", "encrypts with RC4, which is broken")]
    [InlineData("TLS_RSA_WITH_NULL_SHA256", "does not encrypt")]
    [InlineData("0xC061", null)]
    [InlineData(null, null)]
    public void A_weak_suite_has_a_reason(string? suite, string? reason) => Assert.Equal(reason, WeakCipherSuite.Reason(suite));

    [Theory]
    [InlineData("RSA", 2048, null)]
    [InlineData("RSA", 2047, "it has an RSA key of 2047 bits")]
    [InlineData("RSA", 1024, "it has an RSA key of 1024 bits")]
    [InlineData("ECDSA", 256, null)]
    [InlineData("ECDSA", 224, null)]
    [InlineData("ECDSA", 192, "it has an ECDSA key of 192 bits")]
    [InlineData("Ed25519", null, null)]
    public void A_key_counts_by_its_kind_and_size(string algorithm, int? bits, string? reason) =>
        Assert.Equal(reason, Only(Certificate(Mx).WithFacts(f => f with { KeyAlgorithm = algorithm, KeySize = bits })));

    [Theory]
    [InlineData("MD5", "it is signed with MD5")]
    [InlineData("SHA-1", "it is signed with SHA-1")]
    [InlineData("SHA-256", null)]
    [InlineData(null, null)]
    public void A_signature_counts_unless_it_is_a_roots_own(string? hash, string? reason)
    {
        var seen = Certificate(Mx).WithFacts(f => f with { SignatureHash = hash });

        Assert.Equal(reason, Only(seen));
        Assert.Null(Only(seen.WithFacts(f => f with { IsSelfSigned = true })));
    }

    [Fact]
    public void A_key_usage_must_allow_one_way_to_agree_on_keys_and_a_missing_one_allows_all()
    {
        Assert.Null(Only(Certificate(Mx).WithFacts(f => f with { KeyUsage = null })));
        Assert.Null(Only(Certificate(Mx).WithFacts(f => f with { KeyUsage = ["keyCertSign", "keyEncipherment"] })));
        Assert.Null(Only(Certificate(Mx).WithFacts(f => f with { KeyUsage = ["keyAgreement"] })));
        Assert.Equal("its key usage (keyCertSign, cRLSign) allows no TLS", Only(Certificate(Mx).WithFacts(f => f with { KeyUsage = ["keyCertSign", "cRLSign"] })));
        Assert.Equal("its key usage (none) allows no TLS", Only(Certificate(Mx).WithFacts(f => f with { KeyUsage = [] })));
    }

    [Fact]
    public void Intermediates_count_by_key_and_signature_and_not_by_key_usage()
    {
        var authority = Certificate().Certificate with { Subject = "CN=Issuing CA", KeyUsage = ["keyCertSign"] };
        var seen = Certificate(Mx);

        Assert.Null(Only(seen with { Intermediates = [authority] }));
        Assert.Equal("the certificate 'CN=Issuing CA' is signed with SHA-1", Only(seen with { Intermediates = [authority with { SignatureHash = "SHA-1" }] }));
        Assert.Null(Only(seen with { Intermediates = [authority with { SignatureHash = "SHA-1", IsSelfSigned = true }] }));
    }

    [Fact]
    public void A_weak_suite_or_certificate_is_a_warning_and_mail_flows()
    {
        var report = DomainAssessor.Assess(RuleCases.All[MailExchangerRules.CipherSuiteWeak].WithMxCertificate(c => c.WithFacts(f => f with { SignatureHash = "SHA-1" })));

        Assert.Equal((Verdict.Warning, SenderOutcome.Deliver, true), (report.Verdict, report.MailExchangers[0].Outcome, report.MailFlowsUnderEnforce));
        Assert.Equal(
            [MailExchangerRules.CertificateWeak.Id, MailExchangerRules.CipherSuiteWeak.Id], report.Findings.Select(finding => finding.Id).Order(StringComparer.Ordinal).Reverse(), StringComparer.Ordinal);
    }

    private static string? Only(CertificateObservation seen) => WeakCertificate.Reasons(seen).SingleOrDefault();
}
