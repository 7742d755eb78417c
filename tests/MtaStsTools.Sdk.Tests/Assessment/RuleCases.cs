using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>For every rule about live domains an observation that raises it: the sound domain with one thing changed.</summary>
internal static class RuleCases
{
    private static readonly string Testing = PolicyText("testing", Mx);

    private static readonly TlsaFact OtherKey = new(3, 1, 1, new string('a', 64));

    private static readonly TlsaFact WebOnly = new(1, 1, 1, new string('a', 64));

    public static IReadOnlyDictionary<Rule, DomainObservation> All { get; } = new Dictionary<Rule, DomainObservation>
    {
        [AnnouncementRules.RecordLookupIndeterminate] = Sound().WithRecordLookup(DnsOutcome.ServerFailure),
        [AnnouncementRules.DnsSilent] = WithoutAnyAnswer(DnsOutcome.Timeout),
        [AnnouncementRules.RecordDelegated] = Sound() with { Record = Sound().Record with { Lookup = Sound().Record.Lookup with { Aliases = ["sts.provider.test"] } } },
        [PolicyHostRules.CnameLoop] = Sound().WithRecordLookup(DnsOutcome.AliasLoop),
        [AnnouncementRules.RecordDangling] = Sound().WithRecordLookup(DnsOutcome.NameDoesNotExist, "gone.provider.test"),
        [PolicyHostRules.PolicyHostDangling] = Sound().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.NameDoesNotExist, "gone.provider.test")),
        [PolicyHostRules.PolicyHostNoAddress] = Sound().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.NoData)),
        [PolicyHostRules.PolicyHostLookupIndeterminate] = Sound().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.Timeout)),
        [PolicyHostRules.PolicyHostNotGlobal] = Sound().WithPolicyAddresses(Addresses(PolicyHost, "10.0.0.1")).WithFailedFetch(PolicyFetchOutcome.AddressNotAllowed),
        [PolicyHostRules.PolicyHostPartlyNotGlobal] = Sound().WithPolicyAddresses(Addresses(PolicyHost, "10.0.0.1", "192.0.2.1")),
        [PolicyHostRules.PolicyHostUnreachable] = Sound().WithFailedFetch(PolicyFetchOutcome.ConnectFailed),
        [PolicyHostRules.TlsTooOld] = Sound().WithFailedFetch(PolicyFetchOutcome.TlsTooOld),
        [PolicyHostRules.TlsFailed] = Sound().WithFailedFetch(PolicyFetchOutcome.TlsFailed),
        [PolicyHostRules.CertificateNotTrusted] = Sound().WithPolicyCertificate(c => c with { ChainStatus = ChainStatus.UntrustedRoot }),
        [PolicyHostRules.CertificateExpired] = Sound().WithPolicyCertificate(c => c.WithFacts(f => f with { NotAfter = Now.AddDays(-1) })),
        [PolicyHostRules.CertificateNotYetValid] = Sound().WithPolicyCertificate(c => c.WithFacts(f => f with { NotBefore = Now.AddDays(1) })),
        [PolicyHostRules.CertificateNameMismatch] = Sound().WithPolicyCertificate(c => c.WithFacts(f => f with { DnsNames = ["www.example.com"] })),
        [PolicyHostRules.CertificateWithoutSan] = Sound().WithPolicyCertificate(c => c.WithFacts(f => f with { DnsNames = [] })),
        [PolicyHostRules.CertificateSelfSigned] = Sound().WithPolicyCertificate(c => c with { ChainStatus = ChainStatus.SelfSigned }),
        [PolicyHostRules.CertificateChainIncomplete] = Sound().WithPolicyCertificate(c => c with { ChainStatus = ChainStatus.Incomplete }),
        [PolicyHostRules.CertificateExpiresSoon] = Sound().WithFetch(f => f with { Certificate = f.Certificate!.WithFacts(c => c with { NotAfter = Now.AddDays(5) }) }),
        [PolicyHostRules.HttpStatus] = Sound().WithFetch(f => f with { StatusCode = 404 }),
        [PolicyHostRules.HttpRedirect] = Sound().WithFetch(f => f with { StatusCode = 301, RedirectTarget = "https://www.example.com/" }),
        [PolicyHostRules.MediaTypeWrong] = Sound().WithFetch(f => f with { ContentType = "text/html" }),
        [PolicyHostRules.MediaTypeMissing] = Sound().WithFetch(f => f with { ContentType = null }),
        [PolicyHostRules.PolicyTimeout] = Sound().WithFailedFetch(PolicyFetchOutcome.HttpTimeout),
        [PolicyHostRules.HttpProtocolError] = Sound().WithFailedFetch(PolicyFetchOutcome.HttpFailed),
        [PolicyHostRules.PolicyBodyTooLarge] = Sound().WithFetch(f => f with { BodyTooLarge = true }),
        [PolicyHostRules.PolicyDiffersByAddress] = Sound().WithFetches(Fetch(PolicyText("enforce", Mx)), Fetch(Testing, "192.0.2.2")),
        [PolicyHostRules.SomeAddressesFail] = Sound().WithFetches(Fetch(PolicyText("enforce", Mx)), Fetch("", "192.0.2.2") with { StatusCode = 404 }),
        [AnnouncementRules.RecordMisplaced] = NotConfigured() with { MisplacedRecords = [Txt(PolicyHost, "v=STSv1; id=1;")] },
        [AnnouncementRules.FindingsLeftOut] = Sound().WithHosts([.. Enumerable.Range(0, 600).Select(i => MailHost($"mx{i}.example.net", i))]),
        [AnnouncementRules.PolicyWithoutRecord] = Sound().WithRecord(),
        [AnnouncementRules.NotConfigured] = NotConfigured(),
        [AnnouncementRules.NotInherited] = NotConfigured() with { ParentRecord = Txt("_mta-sts.com", "v=STSv1; id=1;") },
        [PolicyHostRules.PolicyHostDelegated] = Sound().WithPolicyAddresses(Delegated(PolicyHost)),
        [PolicyHostRules.DomainDoesNotExist] = NotConfigured().WithMxLookup(DnsOutcome.NameDoesNotExist),
        [PolicyHostRules.RecordWithoutPolicyHost] = Sound().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.NameDoesNotExist)),

        [PolicyHostRules.PolicyNotReached] = Sound().WithFailedFetch(PolicyFetchOutcome.NotReached),
        [PolicyHostRules.CipherSuiteWeak] = Sound().WithFetch(f => f with { CipherSuite = "TLS_RSA_WITH_AES_128_GCM_SHA256" }),
        [PolicyHostRules.CertificateWeak] = Sound().WithFetch(f => f with { Certificate = f.Certificate!.WithFacts(c => c with { SignatureHash = "SHA-1" }) }),

        [MailExchangerRules.CipherSuiteWeak] = Sound().WithSession(s => s with { CipherSuite = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" }),
        [MailExchangerRules.CertificateWeak] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { KeyUsage = ["keyCertSign"] })),
        [MailExchangerRules.NotCovered] = Sound().WithHosts(MailHost(Mx), MailHost("backup.example.net", 20)),
        [MailExchangerRules.PatternCoversNothing] = Sound().WithPolicy(PolicyText("enforce", Mx, "*.example.org")),
        [MailExchangerRules.NoStartTls] = Sound().WithFailedSession(SmtpOutcome.StartTlsNotOffered),
        [MailExchangerRules.StartTlsRefused] = Sound().WithFailedSession(SmtpOutcome.StartTlsRefused),
        [MailExchangerRules.TlsFailed] = Sound().WithFailedSession(SmtpOutcome.TlsFailed),
        [MailExchangerRules.TlsTooOld] = Sound().WithFailedSession(SmtpOutcome.TlsTooOld),
        [MailExchangerRules.CertificateNotTrusted] = Sound().WithMxCertificate(c => c with { ChainStatus = ChainStatus.Invalid }),
        [MailExchangerRules.CertificateExpired] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotAfter = Now.AddDays(-1) })),
        [MailExchangerRules.CertificateNotYetValid] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotBefore = Now.AddDays(1) })),
        [MailExchangerRules.CertificateNameMismatch] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { DnsNames = [Domain] })),
        [MailExchangerRules.CertificateWithoutSan] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { DnsNames = [] })),
        [MailExchangerRules.CertificateSelfSigned] = Sound().WithMxCertificate(c => c with { ChainStatus = ChainStatus.SelfSigned }),
        [MailExchangerRules.CertificateChainIncomplete] = Sound().WithMxCertificate(c => c with { ChainStatus = ChainStatus.Incomplete }),
        [MailExchangerRules.CertificateExpiresSoon] = Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotAfter = Now.AddDays(5) })),
        [MailExchangerRules.Unreachable] = Sound().WithFailedSession(SmtpOutcome.ConnectFailed),
        [MailExchangerRules.Port25Blocked] = Sound().WithFailedSession(SmtpOutcome.ConnectTimeout),
        [MailExchangerRules.ImplicitMx] = Sound().WithMxLookup(DnsOutcome.NoData),
        [MailExchangerRules.NullMx] = Sound() with { Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX"), Records = [new MxFact(0, "")] }, MailExchangers = [] },
        [MailExchangerRules.LookupIndeterminate] = Sound().WithMxLookup(DnsOutcome.Refused),
        [MailExchangerRules.NoAddress] = Sound().WithHost(h => h with { Addresses = NoAddresses(Mx, DnsOutcome.NameDoesNotExist), Sessions = [] }),
        [MailExchangerRules.AddressLookupIndeterminate] = Sound().WithHost(h => h with { Addresses = NoAddresses(Mx, DnsOutcome.ServerFailure), Sessions = [] }),
        [MailExchangerRules.IsAlias] = Sound().WithHost(h => h with { Addresses = Delegated(Mx) }),
        [MailExchangerRules.IsIpAddress] = Sound().WithHosts(MailHost("192.0.2.25")),
        [MailExchangerRules.NotGlobal] = Sound().WithHost(h => h with { Addresses = Addresses(Mx, "10.0.0.25") }).WithFailedSession(SmtpOutcome.AddressNotAllowed),
        [MailExchangerRules.PartlyNotGlobal] = Sound().WithHost(h => h with { Addresses = Addresses(Mx, "192.0.2.25", "10.0.0.25") }),
        [MailExchangerRules.AddressesDiffer] = Sound().WithHost(h => h with { Sessions = [.. h.Sessions, new SmtpSession { Address = "192.0.2.26", Outcome = SmtpOutcome.StartTlsNotOffered }] }),
        [MailExchangerRules.GreetingRejected] = Sound().WithFailedSession(SmtpOutcome.Rejected),
        [MailExchangerRules.SmtpProtocolError] = Sound().WithFailedSession(SmtpOutcome.ProtocolError),

        [DaneRules.Matches] = DaneCases.Matching(),
        [DaneRules.Mismatch] = DaneCases.Matching().WithTlsa(authenticated: true, OtherKey),
        [DaneRules.WithoutDnssec] = Sound().WithTlsa(authenticated: false, OtherKey),
        [DaneRules.LookupFailed] = Sound().WithHost(h => h with { Tlsa = new TlsaObservation { Lookup = Lookup($"_25._tcp.{Mx}", "TLSA", DnsOutcome.ServerFailure) } }),
        [DaneRules.Unusable] = Sound().WithTlsa(authenticated: true, WebOnly),
        [DaneRules.StartTlsRequired] = Sound().WithTlsa(authenticated: true, OtherKey).WithFailedSession(SmtpOutcome.StartTlsNotOffered),
        [DaneRules.OnlyDaneAccepts] = DaneCases.Matching().WithMxCertificate(c => c with { ChainStatus = ChainStatus.SelfSigned }),

        [TlsReportingRules.Missing] = Sound().WithTlsRpt(),
        [TlsReportingRules.TestingWithoutReports] = Sound().WithPolicy(Testing).WithTlsRpt(),
        [TlsReportingRules.LookupIndeterminate] = Sound() with { TlsReporting = new TxtObservation { Lookup = Lookup($"_smtp._tls.{Domain}", "TXT", DnsOutcome.Timeout) } },
    };

    public static DomainObservation NotConfigured() => Sound().WithRecord().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.NameDoesNotExist));

    private static AddressObservation Delegated(string host) => Addresses(host, "192.0.2.1") with { IPv4 = Lookup(host, "A") with { Aliases = ["real.example.com"] } };
}
