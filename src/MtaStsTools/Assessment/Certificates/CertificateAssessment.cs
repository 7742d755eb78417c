namespace MtaStsTools.Assessment.Certificates;

/// <summary>A certificate against the name it should be for, the time and the trusted roots (RFC 8461 §3.3, §4.2).</summary>
/// <param name="ResultType">The result type of RFC 8460 §4.3 for the worst, or null where it fits.</param>
/// <param name="Findings">What there is to say.</param>
internal sealed record CertificateAssessment(string? ResultType, IReadOnlyList<Finding> Findings)
{
    private const int NamesShown = 5;
    private const int ReasonsShown = 5;

    public static CertificateAssessment Of(AssessmentContext context, string host, CertificateObservation observed, CertificateRuleSet rules)
    {
        var certificate = observed.Certificate;
        var findings = new List<Finding>();
        var resultTypes = new List<string>();

        if (context.Now > certificate.NotAfter)
        {
            findings.Add(rules.Expired.On(host, host, certificate.NotAfter.UtcDateTime));
            resultTypes.Add(ResultTypes.CertificateExpired);
        }
        else if (context.Now < certificate.NotBefore)
        {
            findings.Add(rules.NotYetValid.On(host, host, certificate.NotBefore.UtcDateTime));
            resultTypes.Add(ResultTypes.CertificateNotTrusted);
        }
        else if (certificate.NotAfter - context.Now < ExpiryWarning(context, certificate))
        {
            findings.Add(rules.ExpiresSoon.On(host, host, certificate.NotAfter.UtcDateTime));
        }

        if (Trust(host, observed, rules) is { } distrust)
        {
            findings.Add(distrust);
            resultTypes.Add(ResultTypes.CertificateNotTrusted);
        }

        if (certificate.DnsNames.Count == 0)
        {
            findings.Add(rules.WithoutSan.On(host, host));
            resultTypes.Add(ResultTypes.CertificateHostMismatch);
        }
        else if (!CertificateNames.Match(host, certificate.DnsNames))
        {
            findings.Add(rules.NameMismatch.On(host, host, Names(certificate.DnsNames)));
            resultTypes.Add(ResultTypes.CertificateHostMismatch);
        }

        if (WeakCertificate.Reasons(observed).ToList() is { Count: > 0 } reasons)
            findings.Add(rules.Weak.On(host, host, string.Join("; ", reasons.Take(ReasonsShown))));
        return new CertificateAssessment(resultTypes.FirstOrDefault(), findings);
    }

    private static TimeSpan ExpiryWarning(AssessmentContext context, CertificateFacts certificate)
    {
        var third = TimeSpan.FromTicks((certificate.NotAfter - certificate.NotBefore).Ticks / 3);
        return third < context.Options.CertificateExpiryWarning ? third : context.Options.CertificateExpiryWarning;
    }

    private static Finding? Trust(string host, CertificateObservation observed, CertificateRuleSet rules) => observed.ChainStatus switch
    {
        ChainStatus.Trusted => null,
        ChainStatus.SelfSigned => rules.SelfSigned.On(host, host),
        ChainStatus.Incomplete => rules.ChainIncomplete.On(host, host, Root(observed)),
        ChainStatus.UntrustedRoot => rules.NotTrusted.On(host, host, observed.ChainDetail ?? $"its root is {Root(observed)}"),
        _ => rules.NotTrusted.On(host, host, observed.ChainDetail ?? "the chain is not valid"),
    };

    private static string Root(CertificateObservation observed) =>
        observed.Intermediates.Count > 0 ? observed.Intermediates[observed.Intermediates.Count - 1].Issuer : observed.Certificate.Issuer;

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? $" and {names.Count - NamesShown} more" : "");
}
