namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Reports of example.com as the assessment would give them, for the checks before publishing.</summary>
internal static class Reports
{
    public const string Host = "mta-sts.example.com";

    public static DomainReport Of(MtaStsPolicy? policy, MxReport[]? exchangers = null, params Finding[] findings) => new()
    {
        Domain = "example.com",
        Verdict = Verdict.Pass,
        Policy = policy,
        MailExchangers = exchangers ?? [],
        Findings = [.. findings, .. (exchangers ?? []).SelectMany(mx => mx.Findings)],
        ObservedAt = DateTimeOffset.UnixEpoch,
        Observation = new DomainObservation
        {
            Domain = "example.com",
            ObservedAt = DateTimeOffset.UnixEpoch,
            Record = new TxtObservation { Lookup = Lookup("_mta-sts.example.com", "TXT") },
            TlsReporting = new TxtObservation { Lookup = Lookup("_smtp._tls.example.com", "TXT") },
            PolicyHost = new PolicyHostObservation { Host = Host, Addresses = new AddressObservation { IPv4 = Lookup(Host, "A"), IPv6 = Lookup(Host, "AAAA") } },
            Mx = new MxLookupObservation { Lookup = Lookup("example.com", "MX") },
        },
    };

    private static DnsLookup Lookup(string name, string type) => new() { Name = name, Type = type, Outcome = DnsOutcome.NotAsked };
}
