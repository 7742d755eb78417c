using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BenchmarkDotNet.Attributes;

namespace MtaStsTools.Benchmarks;

/// <summary>Observations crafted to cost much, such as are read from a file of unknown origin: twice the size may take twice the time and no more.</summary>
[MemoryDiagnoser]
[Config(typeof(OneCore))]
public class CraftedObservationBenchmarks
{
    private const string Domain = "example.com";
    private DomainObservation _dane = null!;
    private DomainObservation _patterns = null!;

    /// <summary>How many TLSA records, certificates, patterns and hosts there are.</summary>
    [Params(1000, 2000, 4000)]
    public int Size { get; set; }

    /// <summary>Makes both observations.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _dane = Observation("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n", [Host("mx.example.com", TlsaRecords(), Session(Certificates()))]);
        var policy = $"version: STSv1\nmode: enforce\nmax_age: 604800\n{string.Concat(Numbers().Select(i => $"mx: p{i}.test\n"))}";
        _patterns = Observation(policy, [.. Numbers().Select(i => Host($"h{i}.test", [], session: null))]);
    }

    /// <summary>TLSA records of which none matches, and certificates none of which issued another.</summary>
    [Benchmark(Description = "TLSA records and certificates")]
    public DomainReport Dane() => DomainAssessor.Assess(_dane);

    /// <summary>Patterns of which none covers a host.</summary>
    [Benchmark(Description = "Patterns and hosts")]
    public DomainReport Patterns() => DomainAssessor.Assess(_patterns);

    private IEnumerable<string> Numbers() => Enumerable.Range(0, Size).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private TlsaFact[] TlsaRecords() => [.. Enumerable.Range(0, Size).Select(i => new TlsaFact(2, 1, 1, i.ToString("x64", CultureInfo.InvariantCulture)))];

    private CertificateFacts[] Certificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var facts = new CertificateFacts
        {
            Subject = "CN=authority",
            Issuer = "CN=authority",
            DnsNames = ["mx.example.com"],
            NotBefore = DateTimeOffset.UnixEpoch,
            NotAfter = DateTimeOffset.UnixEpoch.AddYears(100),
            SerialNumber = "01",
            KeyAlgorithm = "ECDSA",
            SignatureAlgorithm = "sha256ECDSA",
            Sha256 = "",
            Der = Convert.ToBase64String(certificate.RawData),
        };
        return [.. Enumerable.Repeat(facts, Size)];
    }

    private static SmtpSession Session(CertificateFacts[] certificates) => new()
    {
        Address = "192.0.2.25",
        Outcome = SmtpOutcome.TlsEstablished,
        Certificate = new CertificateObservation { Certificate = certificates[0], Intermediates = certificates, ChainStatus = ChainStatus.Trusted },
    };

    private static MxHostObservation Host(string name, TlsaFact[] records, SmtpSession? session) => new()
    {
        Host = name,
        Addresses = Addresses(name),
        Tlsa = new TlsaObservation { Lookup = Lookup($"_25._tcp.{name}", "TLSA") with { Authenticated = true }, Records = records },
        Sessions = session is null ? [] : [session],
    };

    private static DomainObservation Observation(string policy, MxHostObservation[] hosts) => new()
    {
        Domain = Domain,
        ObservedAt = DateTimeOffset.UnixEpoch.AddYears(50),
        Record = new TxtObservation { Lookup = Lookup($"_mta-sts.{Domain}", "TXT"), Records = [new TxtFact(["v=STSv1; id=1;"])] },
        TlsReporting = new TxtObservation { Lookup = Lookup($"_smtp._tls.{Domain}", "TXT") },
        PolicyHost = new PolicyHostObservation
        {
            Host = $"mta-sts.{Domain}",
            Addresses = Addresses($"mta-sts.{Domain}"),
            Fetches = [new PolicyFetch { Outcome = PolicyFetchOutcome.Answered, StatusCode = 200, ContentType = "text/plain", Body = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(policy)) }],
        },
        Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX"), Records = [.. hosts.Select(host => new MxFact(10, host.Host))] },
        MailExchangers = hosts,
    };

    private static AddressObservation Addresses(string host) => new() { IPv4 = Lookup(host, "A"), IPv6 = Lookup(host, "AAAA"), Addresses = [new AddressFact("192.0.2.25", isGlobal: true)] };

    private static DnsLookup Lookup(string name, string type) => new() { Name = name, Type = type, Outcome = DnsOutcome.Answered };
}
