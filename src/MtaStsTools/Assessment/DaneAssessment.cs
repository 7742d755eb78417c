
namespace MtaStsTools.Assessment;

/// <summary>What DANE says of a host (RFC 7672). Where it decides, MTA-STS must not override it (RFC 8461 §2).</summary>
/// <param name="Status">What it says.</param>
/// <param name="ResultType">The result type of RFC 8460 §4.3 where DANE refuses.</param>
/// <param name="Findings">What there is to say.</param>
internal sealed record DaneAssessment(DaneStatus Status, string? ResultType, IReadOnlyList<Finding> Findings)
{
    private const int TrustAnchor = 2;
    private const int EndEntity = 3;

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

        var usable = tlsa.Records.Where(IsUsable).ToList();
        var (status, findings) = usable.Count == 0
            ? (DaneStatus.Unusable, new List<Finding> { DaneRules.Unusable.On(host, host) })
            : (DaneStatus.Mismatch, []);
        // TLSA records under DNSSEC make TLS mandatory, be they usable or not (RFC 7672 §2.2).
        if (sessions.Exists(session => session.Session.Outcome is SmtpOutcome.StartTlsNotOffered or SmtpOutcome.StartTlsRefused))
            return new DaneAssessment(status, ResultTypes.StartTlsNotSupported, [.. findings, DaneRules.StartTlsRequired.On(host, host)]);
        if (usable.Count == 0)
            return new DaneAssessment(status, null, findings);

        var certificates = sessions.Where(session => session.Session.Outcome == SmtpOutcome.TlsEstablished).Select(session => session.Session.Certificate).ToList();
        if (certificates.Count == 0 || certificates.Contains(null))
            return new DaneAssessment(DaneStatus.Unknown, null, []);
        return certificates.TrueForAll(certificate => usable.Exists(record => Matches(context, observed, record, certificate!)))
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

    /// <summary>Usages 0 and 1 are not for SMTP (RFC 7672 §3.1.3), and unknown parameters are for nobody (RFC 6698 §4.1).</summary>
    private static bool IsUsable(TlsaFact record) =>
        record.Usage is TrustAnchor or EndEntity && record.Selector is 0 or 1 && Octets.FromHexadecimal(record.Data) is { } data && record.MatchingType switch
        {
            TlsaDigest.Exact => data.Length > 0,
            TlsaDigest.Sha256 => data.Length == 32,
            TlsaDigest.Sha512 => data.Length == 64,
            _ => false,
        };

    private static bool Matches(AssessmentContext context, MxHostObservation host, TlsaFact record, CertificateObservation observed)
    {
        var data = Octets.FromHexadecimal(record.Data)!;
        if (CertificateDer.Of(observed.Certificate) is not { } leaf)
            return false;
        // DANE-EE binds the key alone: neither names nor dates count (RFC 7672 §3.1.1).
        if (record.Usage == EndEntity)
            return TlsaDigest.Matches(record, data, leaf);

        var isInDate = context.Now >= observed.Certificate.NotBefore && context.Now <= observed.Certificate.NotAfter;
        var names = observed.Certificate.DnsNames;
        var isNamed = new[] { TlsaName.BaseDomain(host.Tlsa.Lookup.Name), host.Host, context.Observation.Domain }.Any(name => CertificateNames.Match(name, names));
        return isInDate && isNamed && Issuers(leaf, observed.Intermediates).Any(issuer => TlsaDigest.Matches(record, data, issuer));
    }

    /// <summary>The certificate and those presented with it that issued one another; servers need not send them in order.</summary>
    private static List<CertificateDer> Issuers(CertificateDer leaf, IReadOnlyList<CertificateFacts> presented)
    {
        var others = presented.Select(CertificateDer.Of).OfType<CertificateDer>().ToList();
        var chain = new List<CertificateDer> { leaf };
        while (others.Find(other => chain[chain.Count - 1].IsIssuedBy(other)) is { } issuer)
        {
            chain.Add(issuer);
            others.Remove(issuer);
        }

        return chain;
    }
}
