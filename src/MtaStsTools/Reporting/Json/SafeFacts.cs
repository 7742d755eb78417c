namespace MtaStsTools.Reporting.Json;

/// <summary>
/// Keeps the promise "safe to display" for facts that were read from a text of unknown origin. What is untrusted by contract (TXT strings,
/// bodies, headers) stays as it is.
/// </summary>
internal static class SafeFacts
{
    // Above every bound that observers cut at, escapes included, so that what was safe already stays the same.
    private const int LongestText = 4096;

    public static DomainObservation Of(DomainObservation observation) => observation with
    {
        Domain = Text(observation.Domain),
        Failure = Optional(observation.Failure),
        Record = Of(observation.Record),
        TlsReporting = Of(observation.TlsReporting),
        PolicyHost = observation.PolicyHost with
        {
            Host = Text(observation.PolicyHost.Host),
            Addresses = Of(observation.PolicyHost.Addresses),
            Fetches = [.. observation.PolicyHost.Fetches.Select(Of)],
        },
        Mx = observation.Mx with
        {
            Lookup = Of(observation.Mx.Lookup),
            Records = [.. observation.Mx.Records.Select(record => record with { Host = Text(record.Host) })],
        },
        MailExchangers = [.. observation.MailExchangers.Select(Of)],
        ParentRecord = observation.ParentRecord is { } parent ? Of(parent) : null,
    };

    public static DomainReport Of(DomainReport report) => report with
    {
        Domain = Text(report.Domain),
        MailExchangers = [.. report.MailExchangers.Select(Of)],
        Findings = [.. report.Findings.Select(Of)],
        Observation = Of(report.Observation),
    };

    private static MxReport Of(MxReport report) => report with
    {
        Host = Text(report.Host),
        ResultType = Optional(report.ResultType),
        TlsVersion = Optional(report.TlsVersion),
        Certificate = report.Certificate is { } certificate ? Of(certificate) : null,
        Findings = [.. report.Findings.Select(Of)],
    };

    private static Finding Of(Finding finding) => finding with
    {
        Id = Text(finding.Id),
        Message = Text(finding.Message),
        Subject = Optional(finding.Subject),
        Evidence = Optional(finding.Evidence),
        Remedy = Text(finding.Remedy),
        Reference = Text(finding.Reference),
    };

    private static TxtObservation Of(TxtObservation observation) => observation with { Lookup = Of(observation.Lookup) };

    private static AddressObservation Of(AddressObservation observation) => observation with
    {
        IPv4 = Of(observation.IPv4),
        IPv6 = Of(observation.IPv6),
        Addresses = [.. observation.Addresses.Select(address => address with { Address = Text(address.Address) })],
    };

    private static DnsLookup Of(DnsLookup lookup) => lookup with
    {
        Name = Text(lookup.Name),
        Type = Text(lookup.Type),
        Server = Optional(lookup.Server),
        Detail = Optional(lookup.Detail),
        Aliases = [.. lookup.Aliases.Select(Text)],
    };

    private static PolicyFetch Of(PolicyFetch fetch) => fetch with
    {
        Address = Optional(fetch.Address),
        Detail = Optional(fetch.Detail),
        TlsVersion = Optional(fetch.TlsVersion),
        Certificate = fetch.Certificate is { } certificate ? Of(certificate) : null,
    };

    private static MxHostObservation Of(MxHostObservation host) => host with
    {
        Host = Text(host.Host),
        Addresses = Of(host.Addresses),
        Tlsa = host.Tlsa with { Lookup = Of(host.Tlsa.Lookup) },
        Sessions = [.. host.Sessions.Select(Of)],
    };

    private static SmtpSession Of(SmtpSession session) => session with
    {
        Address = Text(session.Address),
        Detail = Optional(session.Detail),
        Banner = Optional(session.Banner),
        Extensions = [.. session.Extensions.Select(Text)],
        TlsVersion = Optional(session.TlsVersion),
        Certificate = session.Certificate is { } certificate ? Of(certificate) : null,
    };

    private static CertificateObservation Of(CertificateObservation observation) => observation with
    {
        Certificate = Of(observation.Certificate),
        Intermediates = [.. observation.Intermediates.Select(Of)],
        ChainDetail = Optional(observation.ChainDetail),
    };

    private static CertificateFacts Of(CertificateFacts facts) => facts with
    {
        Subject = Text(facts.Subject),
        Issuer = Text(facts.Issuer),
        DnsNames = [.. facts.DnsNames.Select(Text)],
        SerialNumber = Text(facts.SerialNumber),
        KeyAlgorithm = Text(facts.KeyAlgorithm),
        SignatureAlgorithm = Text(facts.SignatureAlgorithm),
        Sha256 = Text(facts.Sha256),
    };

    private static string Text(string text) => DisplayText.Sanitize(text, LongestText);

    private static string? Optional(string? text) => text is null ? null : Text(text);
}
