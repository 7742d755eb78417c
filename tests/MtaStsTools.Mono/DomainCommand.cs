using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Mono;

/// <summary>Observes and assesses one domain of a laboratory that runs elsewhere, and prints what became of each step.</summary>
internal static class DomainCommand
{
    public static int Run(string dnsServer, string httpsPort, string smtpPort, string root, string domain)
    {
        using var trusted = new X509Certificate2(root);
        using var observer = new DomainObserver(new ObservationOptions
        {
            DnsServers = [EndPoint(dnsServer)],
            HttpsPort = Number(httpsPort),
            SmtpPort = Number(smtpPort),
            TrustedRoots = [trusted],
            AllowPrivateAddresses = true,
        });
        var report = DomainAssessor.Assess(observer.ObserveAsync(domain).GetAwaiter().GetResult());
        Console.WriteLine($"record: {report.Observation.Record.Lookup.Outcome} {report.Record?.Id}");
        foreach (var fetch in report.Observation.PolicyHost.Fetches)
            Console.WriteLine($"policy: {fetch.Outcome} {fetch.StatusCode} {fetch.TlsVersion} {fetch.Certificate?.ChainStatus} {fetch.Detail}");
        foreach (var session in report.Observation.MailExchangers.SelectMany(host => host.Sessions))
            Console.WriteLine($"mail: {session.Outcome} {session.TlsVersion} {session.Certificate?.ChainStatus} {session.Detail}");
        foreach (var finding in report.Findings)
            Console.WriteLine($"finding: {finding}");
        Console.WriteLine($"verdict: {report.Verdict} {report.Mode}");
        return 0;
    }

    private static IPEndPoint EndPoint(string text)
    {
        var colon = text.LastIndexOf(':');
        return new IPEndPoint(IPAddress.Parse(text.Substring(0, colon)), Number(text.Substring(colon + 1)));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
