using System.Text;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>The words in which observations are written: a sound domain, and single changes to it.</summary>
internal static class Seen
{
    public const string Domain = "example.com";
    public const string PolicyHost = "mta-sts.example.com";
    public const string Mx = "mx1.example.com";

    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Enforced, one covered MX, TLS reporting: nothing to find.</summary>
    public static DomainObservation Sound() => new()
    {
        Domain = Domain,
        ObservedAt = Now,
        Duration = TimeSpan.FromMilliseconds(123.4567),
        Record = Txt($"_mta-sts.{Domain}", "v=STSv1; id=20260101T000000;"),
        TlsReporting = Txt($"_smtp._tls.{Domain}", $"v=TLSRPTv1; rua=mailto:tls@{Domain}"),
        PolicyHost = new PolicyHostObservation
        {
            Host = PolicyHost,
            Addresses = Addresses(PolicyHost, "192.0.2.1"),
            Fetches = [Fetch(PolicyText("enforce", Mx))],
        },
        Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX"), Records = [new MxFact(10, Mx)] },
        MailExchangers = [MailHost(Mx)],
    };

    /// <summary>What is seen through a resolver that does not work.</summary>
    public static DomainObservation WithoutAnyAnswer(DnsOutcome outcome) => Sound() with
    {
        Record = new TxtObservation { Lookup = Lookup($"_mta-sts.{Domain}", "TXT", outcome) },
        TlsReporting = new TxtObservation { Lookup = Lookup($"_smtp._tls.{Domain}", "TXT", outcome) },
        PolicyHost = new PolicyHostObservation { Host = PolicyHost, Addresses = NoAddresses(PolicyHost, outcome) },
        Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX", outcome) },
        MailExchangers = [],
    };

    public static string PolicyText(string mode, params string[] mx) =>
        $"version: STSv1\r\nmode: {mode}\r\n{string.Concat(mx.Select(name => $"mx: {name}\r\n"))}max_age: {(mode == "none" ? 86_400 : 2_592_000)}\r\n";

    public static DnsLookup Lookup(string name, string type, DnsOutcome outcome = DnsOutcome.Answered) =>
        new() { Name = name, Type = type, Outcome = outcome, Server = "192.0.2.53:53", Ttl = TimeSpan.FromHours(1) };

    public static TxtObservation Txt(string name, params string[] texts) => new()
    {
        Lookup = Lookup(name, "TXT", texts.Length > 0 ? DnsOutcome.Answered : DnsOutcome.NameDoesNotExist),
        Records = [.. texts.Select(text => new TxtFact([text]))],
    };

    public static AddressObservation Addresses(string host, params string[] addresses) => new()
    {
        IPv4 = Lookup(host, "A", addresses.Length > 0 ? DnsOutcome.Answered : DnsOutcome.NoData),
        IPv6 = Lookup(host, "AAAA", DnsOutcome.NoData),
        Addresses = [.. addresses.Select(address => new AddressFact(address, isGlobal: !address.StartsWith("10.", StringComparison.Ordinal)))],
    };

    public static AddressObservation NoAddresses(string host, DnsOutcome outcome, params string[] aliases) => new()
    {
        IPv4 = Lookup(host, "A", outcome) with { Aliases = aliases },
        IPv6 = Lookup(host, "AAAA", outcome) with { Aliases = aliases },
    };

    public static PolicyFetch Fetch(string body, string address = "192.0.2.1") => new()
    {
        Address = address,
        Outcome = PolicyFetchOutcome.Answered,
        TlsVersion = "TLS 1.3",
        CipherSuite = "TLS_AES_128_GCM_SHA256",
        Certificate = Certificate(PolicyHost),
        StatusCode = 200,
        ContentType = "text/plain; charset=utf-8",
        Body = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)),
    };

    public static CertificateObservation Certificate(params string[] names) => new()
    {
        ChainStatus = ChainStatus.Trusted,
        Certificate = new CertificateFacts
        {
            Subject = "CN=leaf",
            Issuer = "CN=Issuing CA",
            DnsNames = names,
            NotBefore = Now.AddDays(-30),
            NotAfter = Now.AddDays(60),
            SerialNumber = "01",
            KeyAlgorithm = "ECDSA",
            KeySize = 256,
            KeyUsage = ["digitalSignature"],
            SignatureAlgorithm = "sha256ECDSA",
            SignatureHash = "SHA-256",
            Sha256 = new string('0', 64),
        },
    };

    public static MxHostObservation MailHost(string host, int preference = 10, string address = "192.0.2.25") => new()
    {
        Host = host,
        Preference = preference,
        Addresses = Addresses(host, address),
        Tlsa = new TlsaObservation { Lookup = Lookup($"_25._tcp.{host}", "TLSA", DnsOutcome.NoData) },
        Sessions = [Session(host, address)],
    };

    public static SmtpSession Session(string host, string address) => new()
    {
        Address = address,
        Outcome = SmtpOutcome.TlsEstablished,
        Banner = $"{host} ESMTP",
        Extensions = ["STARTTLS"],
        TlsVersion = "TLS 1.3",
        CipherSuite = "TLS_AES_256_GCM_SHA384",
        Certificate = Certificate(host),
    };

    extension(DomainObservation seen)
    {
        public DomainObservation WithRecord(params string[] texts) => seen with { Record = Txt($"_mta-sts.{Domain}", texts) };

        public DomainObservation WithRecordLookup(DnsOutcome outcome, params string[] aliases) =>
            seen with { Record = new TxtObservation { Lookup = Lookup($"_mta-sts.{Domain}", "TXT", outcome) with { Aliases = aliases } } };

        public DomainObservation WithTlsRpt(params string[] texts) => seen with { TlsReporting = Txt($"_smtp._tls.{Domain}", texts) };

        public DomainObservation WithPolicy(string body) => seen with { PolicyHost = seen.PolicyHost with { Fetches = [Fetch(body)] } };

        public DomainObservation WithFetches(params PolicyFetch[] fetches) => seen with { PolicyHost = seen.PolicyHost with { Fetches = fetches } };

        public DomainObservation WithFetch(Func<PolicyFetch, PolicyFetch> change) =>
            seen with { PolicyHost = seen.PolicyHost with { Fetches = [.. seen.PolicyHost.Fetches.Select(change)] } };

        public DomainObservation WithFailedFetch(PolicyFetchOutcome outcome) =>
            seen.WithFetches(new PolicyFetch { Address = "192.0.2.1", Outcome = outcome, Detail = "the reason", Duration = TimeSpan.FromSeconds(10) });

        public DomainObservation WithPolicyCertificate(Func<CertificateObservation, CertificateObservation> change) =>
            seen.WithFetch(fetch => fetch with { Outcome = PolicyFetchOutcome.CertificateRejected, StatusCode = null, Body = null, Certificate = change(fetch.Certificate!) });

        public DomainObservation WithPolicyAddresses(AddressObservation addresses) =>
            seen with { PolicyHost = seen.PolicyHost with { Addresses = addresses, Fetches = addresses.Addresses.Count == 0 ? [] : seen.PolicyHost.Fetches } };

        public DomainObservation WithPolicyAddressesOnly(AddressObservation addresses) => seen with { PolicyHost = seen.PolicyHost with { Addresses = addresses } };

        public DomainObservation WithMxLookup(DnsOutcome outcome) =>
            seen with { Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX", outcome) }, MailExchangers = [] };

        public DomainObservation WithHosts(params MxHostObservation[] hosts) => seen with
        {
            Mx = seen.Mx with { Records = [.. hosts.Select(host => new MxFact(host.Preference, host.Host))] },
            MailExchangers = hosts,
        };

        public DomainObservation WithHost(Func<MxHostObservation, MxHostObservation> change) =>
            seen with { MailExchangers = [.. seen.MailExchangers.Select(change)] };

        public DomainObservation WithSession(Func<SmtpSession, SmtpSession> change) =>
            seen.WithHost(host => host with { Sessions = [.. host.Sessions.Select(change)] });

        public DomainObservation WithFailedSession(SmtpOutcome outcome) =>
            seen.WithSession(session => new SmtpSession { Address = session.Address, Outcome = outcome, Detail = "the reason" });

        public DomainObservation WithMxCertificate(Func<CertificateObservation, CertificateObservation> change) =>
            seen.WithSession(session => session with { Certificate = change(session.Certificate!) });

        public DomainObservation WithTlsa(bool authenticated, params TlsaFact[] records) => seen.WithHost(host => host with
        {
            Tlsa = new TlsaObservation { Lookup = Lookup($"_25._tcp.{host.Host}", "TLSA") with { Authenticated = authenticated }, Records = records },
        });
    }

    extension(CertificateObservation seen)
    {
        public CertificateObservation WithFacts(Func<CertificateFacts, CertificateFacts> change) => seen with { Certificate = change(seen.Certificate) };
    }
}
