using System.Globalization;
using MtaStsTools.Assessment.Certificates;

namespace MtaStsTools.Assessment.Policies;

/// <summary>One attempt to fetch the policy (RFC 8461 §3.3).</summary>
/// <param name="Fetch">The attempt.</param>
/// <param name="Body">The octets of the body where one came with status 200, even where senders may not use it.</param>
/// <param name="Findings">What stands against it.</param>
internal sealed record FetchAssessment(PolicyFetch Fetch, byte[]? Body, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether senders take the body for the policy.</summary>
    public bool IsGood => Body is not null && Findings.All(finding => finding.Severity != Severity.Error);

    public static FetchAssessment Of(AssessmentContext context, PolicyFetch fetch)
    {
        var host = context.Observation.PolicyHost.Host;
        var findings = new List<Finding>();
        if (Failure(host, fetch) is { } failure)
            findings.Add(failure);
        if (fetch.Certificate is { } certificate)
            findings.AddRange(CertificateAssessment.Of(context, host, certificate, CertificateRuleSet.PolicyHost).Findings);
        if (fetch.Outcome == PolicyFetchOutcome.CertificateRejected && findings.All(finding => finding.Severity != Severity.Error))
            findings.Add(PolicyHostRules.CertificateNotTrusted.On(host, host, fetch.Detail ?? "it was rejected"));
        if (fetch.Outcome != PolicyFetchOutcome.Answered)
            return new FetchAssessment(fetch, null, findings);

        if (WeakCipherSuite.Reason(fetch.CipherSuite) is { } weakness)
            findings.Add(PolicyHostRules.CipherSuiteWeak.On(host, host, fetch.CipherSuite, weakness));
        findings.AddRange(OfAnswer(host, fetch));
        var body = fetch.StatusCode == 200 ? Octets.FromBase64(fetch.Body ?? "") : null;
        return new FetchAssessment(fetch, body, findings);
    }

    private static Finding? Failure(string host, PolicyFetch fetch) => fetch.Outcome switch
    {
        PolicyFetchOutcome.ConnectFailed => PolicyHostRules.PolicyHostUnreachable.On(host, host, fetch.Detail ?? "the connection failed"),
        PolicyFetchOutcome.ConnectTimeout => PolicyHostRules.PolicyHostUnreachable.On(host, host, fetch.Detail ?? "connecting timed out"),
        PolicyFetchOutcome.NotReached => PolicyHostRules.PolicyNotReached.On(host, host, fetch.Detail ?? "the time for the domain was over first"),
        PolicyFetchOutcome.TlsFailed => PolicyHostRules.TlsFailed.On(host, host, fetch.Detail ?? "no reason was given"),
        PolicyFetchOutcome.TlsTooOld => PolicyHostRules.TlsTooOld.On(host, host, fetch.TlsVersion ?? "TLS 1.1"),
        PolicyFetchOutcome.HttpFailed => PolicyHostRules.HttpProtocolError.On(host, host, fetch.Detail ?? "no reason was given"),
        PolicyFetchOutcome.HttpTimeout => PolicyHostRules.PolicyTimeout.On(host, host, Seconds(fetch.Duration)),
        _ => null,
    };

    private static IEnumerable<Finding> OfAnswer(string host, PolicyFetch fetch)
    {
        if (fetch.StatusCode is >= 300 and < 400 && fetch.RedirectTarget is { } target)
            yield return PolicyHostRules.HttpRedirect.On(host, host, target);
        else if (fetch.StatusCode != 200)
            yield return PolicyHostRules.HttpStatus.On(host, host, fetch.StatusCode);
        else if (string.IsNullOrWhiteSpace(fetch.ContentType))
            yield return PolicyHostRules.MediaTypeMissing.On(host);
        else if (!IsPlainText(fetch.ContentType!))
            yield return PolicyHostRules.MediaTypeWrong.On(host, fetch.ContentType);
        if (fetch.StatusCode == 200 && fetch.BodyTooLarge)
            yield return PolicyHostRules.PolicyBodyTooLarge.On(host, host);
    }

    private static bool IsPlainText(string contentType) =>
        string.Equals(contentType.Split(';')[0].Trim(), "text/plain", StringComparison.OrdinalIgnoreCase);

    private static string Seconds(TimeSpan duration) => Math.Max(1, Math.Round(duration.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture) + " s";
}
