namespace MtaStsTools.Assessment.Certificates;

/// <summary>The rules that a certificate is assessed by: those of the policy host or those of an MX.</summary>
internal sealed record CertificateRuleSet(
    Rule NotTrusted, Rule Expired, Rule NotYetValid, Rule NameMismatch, Rule WithoutSan, Rule SelfSigned, Rule ChainIncomplete, Rule ExpiresSoon, Rule Weak)
{
    public static readonly CertificateRuleSet PolicyHost = new(
        PolicyHostRules.CertificateNotTrusted,
        PolicyHostRules.CertificateExpired,
        PolicyHostRules.CertificateNotYetValid,
        PolicyHostRules.CertificateNameMismatch,
        PolicyHostRules.CertificateWithoutSan,
        PolicyHostRules.CertificateSelfSigned,
        PolicyHostRules.CertificateChainIncomplete,
        PolicyHostRules.CertificateExpiresSoon,
        PolicyHostRules.CertificateWeak);

    public static readonly CertificateRuleSet MailExchanger = new(
        MailExchangerRules.CertificateNotTrusted,
        MailExchangerRules.CertificateExpired,
        MailExchangerRules.CertificateNotYetValid,
        MailExchangerRules.CertificateNameMismatch,
        MailExchangerRules.CertificateWithoutSan,
        MailExchangerRules.CertificateSelfSigned,
        MailExchangerRules.CertificateChainIncomplete,
        MailExchangerRules.CertificateExpiresSoon,
        MailExchangerRules.CertificateWeak);
}
