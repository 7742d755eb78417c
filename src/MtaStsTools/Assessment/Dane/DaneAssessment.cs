using MtaStsTools.Assessment.Exchangers;

namespace MtaStsTools.Assessment.Dane;

/// <summary>What DANE says of a host (RFC 7672). Where it decides, MTA-STS must not override it (RFC 8461 §2).</summary>
/// <param name="Status">What it says.</param>
/// <param name="ResultType">The result type of RFC 8460 §4.3 where DANE refuses.</param>
/// <param name="Findings">What there is to say.</param>
internal sealed record DaneAssessment(DaneStatus Status, string? ResultType, IReadOnlyList<Finding> Findings)
{
    public static DaneAssessment Of(AssessmentContext context, MxHostObservation observed, List<SessionAssessment> sessions)
    {
        var (host, tlsa) = (observed.Host, observed.Tlsa);
        if (tlsa.Lookup.Outcome == DnsOutcome.NotAsked)
            return new DaneAssessment(DaneStatus.Unknown, null, []);
        if (!tlsa.Lookup.IsConclusive)
            return new DaneAssessment(DaneStatus.Unknown, null, [LookupFailed(observed)]);
        if (tlsa.Records.Count == 0)
            return new DaneAssessment(DaneStatus.None, null, []);
        if (!tlsa.Lookup.Authenticated)
            return new DaneAssessment(DaneStatus.Unusable, null, [DaneRules.WithoutDnssec.On(host, host)]);

        var records = new TlsaSet(tlsa.Records);
        var (status, findings) = records.IsEmpty
            ? (DaneStatus.Unusable, new List<Finding> { DaneRules.Unusable.On(host, host) })
            : (DaneStatus.Mismatch, []);
        // TLSA records under DNSSEC make TLS mandatory, be they usable or not (RFC 7672 §2.2).
        if (sessions.Exists(session => session.Session.Outcome is SmtpOutcome.StartTlsNotOffered or SmtpOutcome.StartTlsRefused))
            return new DaneAssessment(status, ResultTypes.StartTlsNotSupported, [.. findings, DaneRules.StartTlsRequired.On(host, host)]);
        if (records.IsEmpty)
            return new DaneAssessment(status, null, findings);

        var presented = sessions.Where(session => session.Session.Outcome == SmtpOutcome.TlsEstablished).Select(session => session.Session.Certificate).ToList();
        if (presented.Count == 0 || presented.Exists(certificate => certificate?.Certificate.Der is null))
            return new DaneAssessment(DaneStatus.Unknown, null, []);
        return presented.TrueForAll(certificate => Matches(context, observed, records, certificate!))
            ? new DaneAssessment(DaneStatus.Matches, null, [DaneRules.Matches.On(host, host)])
            : new DaneAssessment(DaneStatus.Mismatch, ResultTypes.TlsaInvalid, [DaneRules.Mismatch.On(host, host)]);
    }

    /// <summary>
    /// Whether senders with DANE put off their mail, for the TLSA lookup failed (RFC 7672 §2.1). They ask only where the host's addresses are
    /// signed (§2.2.2), so that elsewhere a failure troubles nobody.
    /// </summary>
    public static bool Defers(MxHostObservation observed) =>
        observed.Tlsa.Lookup is { IsConclusive: false, Outcome: not DnsOutcome.NotAsked }
        && (observed.Addresses.IPv4.Authenticated || observed.Addresses.IPv6.Authenticated);

    private static Finding LookupFailed(MxHostObservation observed) =>
        DaneRules.LookupFailed.On(observed.Host, observed.Host, observed.Tlsa.Lookup.Failure).AtMost(Defers(observed) ? Severity.Warning : Severity.Info);

    private static bool Matches(AssessmentContext context, MxHostObservation host, TlsaSet records, CertificateObservation presented)
    {
        if (CertificateDer.Of(presented.Certificate) is not { } leaf)
            return false;
        // DANE-EE binds the key alone: neither names nor dates count (RFC 7672 §3.1.1).
        if (records.Names(TlsaSet.EndEntity, leaf))
            return true;

        var isInDate = context.Now >= presented.Certificate.NotBefore && context.Now <= presented.Certificate.NotAfter;
        var names = presented.Certificate.DnsNames;
        var isNamed = new[] { TlsaName.BaseDomain(host.Tlsa.Lookup.Name), host.Host, context.Observation.Domain }.Any(name => CertificateNames.Match(name, names));
        return isInDate && isNamed && PresentedChain.Of(leaf, presented.Intermediates).Any(issuer => records.Names(TlsaSet.TrustAnchor, issuer));
    }
}
