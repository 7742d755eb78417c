using System.Net;
using MtaStsTools.Assessment.Dane;
using MtaStsTools.Assessment.Policies;

namespace MtaStsTools.Assessment.Exchangers;

/// <summary>One MX host: coverage, addresses, sessions and DANE (RFC 8461 §4, RFC 7672).</summary>
internal static class MailHostAssessment
{
    /// <summary>The verdict on the host: what the strictest conforming sender does with it.</summary>
    /// <param name="context">What is assessed.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="observed">The host.</param>
    /// <param name="isPort25Blocked">Whether the place of the observation explains why it could not be reached.</param>
    public static MxReport Of(AssessmentContext context, PolicyAssessment policy, MxHostObservation observed, bool isPort25Blocked)
    {
        var host = observed.Host;
        var sessions = observed.Sessions.Select(session => SessionAssessment.Of(context, host, session)).ToList();
        var dane = DaneAssessment.Of(context, observed, sessions);
        var tls = Combined(sessions);
        var coveredBy = policy.Coverage.Of(host);
        var isUncovered = policy.InForce is { Mode: not MtaStsMode.None } && coveredBy is null;
        var onlyDaneAccepts = dane.Status == DaneStatus.Matches && tls is { Outcome: SenderOutcome.Refuse };

        var findings = new List<Finding>(OfName(context, observed));
        if (!isPort25Blocked)
            findings.AddRange(OfSessions(sessions).Select(finding => finding.AtMost(Ceiling(policy, onlyDaneAccepts))));
        if (AddressComparison.Of(host, sessions) is { } differing)
            findings.Add(differing);
        findings.AddRange(dane.Findings);
        if (onlyDaneAccepts && policy.InForce is { Mode: not MtaStsMode.None })
            findings.Add(DaneRules.OnlyDaneAccepts.On(host, host, tls!.ResultType).AtMost(Ceiling(policy, onlyDaneAccepts)));
        if (isUncovered)
            findings.Add(MailExchangerRules.NotCovered.On(host, host).AtMost(Ceiling(policy, onlyDaneAccepts)));

        var (outcome, resultType) = isUncovered ? (SenderOutcome.Refuse, ResultTypes.ValidationFailure) : Delivery(observed, dane, tls);
        return new MxReport
        {
            Host = host,
            Preference = observed.Preference,
            CoveredBy = coveredBy,
            Outcome = outcome,
            ResultType = resultType,
            TlsVersion = tls?.Session.TlsVersion,
            Certificate = tls?.Session.Certificate?.Certificate,
            Dane = dane.Status,
            Findings = FindingOrder.Sort(host, findings),
        };
    }

    /// <summary>
    /// Only under enforce does what a sender holds against TLS or coverage cost mail. Where DANE accepts the host and no policy asks for more,
    /// a certificate of no public authority is as it should be.
    /// </summary>
    private static Severity Ceiling(PolicyAssessment policy, bool onlyDaneAccepts) =>
        policy.Enforces ? Severity.Error :
        onlyDaneAccepts && policy.InForce is null or { Mode: MtaStsMode.None } ? Severity.Info :
        Severity.Warning;

    /// <summary>Senders without DANE refuse what MTA-STS refuses, and senders with DANE what DANE refuses; where the latter defer, delivery is not known.</summary>
    private static (SenderOutcome Outcome, string? ResultType) Delivery(MxHostObservation observed, DaneAssessment dane, SessionAssessment? tls) =>
        dane.ResultType is { } daneFailure ? (SenderOutcome.Refuse, daneFailure) :
        CannotReceive(observed) ? (SenderOutcome.Refuse, ResultTypes.ValidationFailure) :
        tls is { Outcome: SenderOutcome.Refuse } ? (SenderOutcome.Refuse, tls.ResultType) :
        DaneAssessment.Defers(observed) ? (SenderOutcome.Unknown, null) :
        (tls?.Outcome ?? SenderOutcome.Unknown, null);

    private static bool CannotReceive(MxHostObservation observed) =>
        IsIpAddress(observed.Host) || (observed.Addresses.Addresses.Count == 0 && Lookups.Inconclusive(observed.Addresses) is null);

    private static bool IsIpAddress(string host) => IPAddress.TryParse(host, out _) && host.IndexOfAny(['.', ':']) >= 0;

    private static IEnumerable<Finding> OfName(AssessmentContext context, MxHostObservation observed)
    {
        var (host, addresses) = (observed.Host, observed.Addresses);
        if (IsIpAddress(host))
        {
            yield return MailExchangerRules.IsIpAddress.On(host, host);
            yield break;
        }

        // The implicit MX may be an alias: only an MX record must not point to one.
        if (Lookups.Aliases(addresses).Count > 0 && context.Observation.Mx.Records.Count > 0)
            yield return MailExchangerRules.IsAlias.On(host, host);
        if (Lookups.Inconclusive(addresses) is { } failed)
            yield return MailExchangerRules.AddressLookupIndeterminate.On(host, host, failed.Failure);
        else if (addresses.Addresses.Count == 0)
            yield return MailExchangerRules.NoAddress.On(host, host);
        var local = Lookups.NotGlobal(addresses, context.Observation);
        if (local.Count > 0)
        {
            var rule = local.Count == addresses.Addresses.Count ? MailExchangerRules.NotGlobal : MailExchangerRules.PartlyNotGlobal;
            yield return rule.On(host, host, string.Join(", ", local));
        }
    }

    /// <summary>The session that stands for the host: senders choose among addresses, so one that refuses decides, and one that delivers beats silence.</summary>
    private static SessionAssessment? Combined(List<SessionAssessment> sessions) =>
        sessions.Find(session => session.Outcome == SenderOutcome.Refuse)
        ?? sessions.Find(session => session.Outcome == SenderOutcome.Deliver)
        ?? sessions.FirstOrDefault();

    private static IEnumerable<Finding> OfSessions(List<SessionAssessment> sessions)
    {
        var known = sessions.Where(session => session.Outcome != SenderOutcome.Unknown).ToList();
        return (known.Count > 0 ? known : sessions).SelectMany(session => session.Findings).Distinct();
    }
}
