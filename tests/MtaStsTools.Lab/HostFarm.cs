using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Lab.Net;
using MtaStsTools.Lab.Policy;
using MtaStsTools.Lab.Smtp;

namespace MtaStsTools.Lab;

/// <summary>All policy hosts and mail exchangers that listen, and the DNS records that lead to them.</summary>
internal sealed class HostFarm : IAsyncDisposable
{
    private readonly LabAuthority _authority;
    private readonly LabJournal _journal;
    private readonly HttpEngine _engine;
    private readonly string _webFolder;
    private readonly LoopbackAddresses _addresses = new();
    private readonly SharedPolicyAddress _shared;
    private readonly ConcurrentBag<IAsyncDisposable> _listeners = [];
    private readonly ConcurrentDictionary<string, List<PolicyHost>> _policyHosts = new(StringComparer.Ordinal);

    private HostFarm(LabAuthority authority, LabJournal journal, HttpEngine engine, string webFolder)
    {
        (_authority, _journal, _engine, _webFolder) = (authority, journal, engine, webFolder);
        HttpsPort = ReservePort();
        SmtpPort = ReservePort();
        _shared = new SharedPolicyAddress(_addresses.Next(), engine, journal);
        Listen(ConnectionFault.None, new IPEndPoint(_shared.Address, HttpsPort), _shared.ServeAsync);
    }

    public int HttpsPort { get; }

    public int SmtpPort { get; }

    public static async Task<HostFarm> StartAsync(LabAuthority authority, LabJournal journal, string webFolder, CancellationToken ct) =>
        new(authority, journal, await HttpEngine.StartAsync(journal, ct), webFolder);

    /// <summary>Opens the hosts of a scenario and gives their records.</summary>
    public List<LabRecord> Open(LabScenario scenario)
    {
        var domain = DnsName.Normalize(scenario.Domain);
        var records = new List<LabRecord>();
        var policyHosts = new List<PolicyHost>();
        foreach (var host in scenario.PolicyHosts.Where(h => CanUse(h.Address)))
        {
            var name = DnsName.Absolute(host.Name, domain);
            var address = host.SharedAddress ? _shared.Address : host.Address ?? _addresses.Next();
            var certificate = new Lazy<IssuedCertificate>(() => _authority.Issue(host.Certificate, name));
            var runtime = new PolicyHost(name, address, host, _webFolder, certificate, _engine, _journal);
            policyHosts.Add(runtime);
            if (host.SharedAddress)
                _shared.Add(runtime);
            else
                Listen(host.Connection, new IPEndPoint(address, HttpsPort), runtime.ServeAsync);
            if (!host.Unpublished)
                records.Add(LabRecord.Address(name + ".", address));
        }

        _policyHosts[domain] = policyHosts;
        foreach (var host in scenario.MailHosts.Where(h => CanUse(h.Address)))
            records.AddRange(OpenMailHost(host, domain));
        return [.. records.DistinctBy(r => (r.Name, r.Type, r.Value, Data: r.Data is null ? "" : Convert.ToHexString([.. r.Data])))];
    }

    public void SetPolicy(string domain, string? body)
    {
        if (!_policyHosts.TryGetValue(domain, out var hosts) || hosts.Count == 0)
            throw new KeyNotFoundException($"The lab has no policy host for '{domain}'.");
        hosts.ForEach(h => h.Body = body);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_listeners.Select(l => l.DisposeAsync().AsTask()));
        await _engine.DisposeAsync();
    }

    private IEnumerable<LabRecord> OpenMailHost(LabMailHost host, string domain)
    {
        var name = DnsName.Absolute(host.Name, domain);
        var address = host.Address ?? _addresses.Next();
        var certificate = new Lazy<IssuedCertificate>(() => _authority.Issue(host.Certificate, name));
        var exchanger = new MailExchanger(name, address, host, certificate, _journal);
        Listen(host.Connection, new IPEndPoint(address, SmtpPort), exchanger.ServeAsync);
        if (!host.Unpublished)
            yield return LabRecord.Address(name + ".", address);
        if (host.Preference is { } preference)
            yield return LabRecord.Mx("@", preference, name + ".");
        if (host.Tlsa is not { } tlsa)
            yield break;
        // Clients differ in whether the port asked about is SMTP's or the one the lab really listens on.
        foreach (var port in new[] { 25, SmtpPort })
            yield return Tlsa($"_{port}._tcp.{name}.", tlsa, certificate.Value);
    }

    private static LabRecord Tlsa(string owner, LabTlsa kind, IssuedCertificate certificate)
    {
        var digest = SHA256.HashData(certificate.Leaf.PublicKey.ExportSubjectPublicKeyInfo());
        if (kind == LabTlsa.Mismatching)
            digest[0] ^= 0xFF;
        return LabRecord.Tlsa(owner, usage: (byte)(kind == LabTlsa.Unusable ? 1 : 3), selector: 1, matching: 1, digest);
    }

    private void Listen(ConnectionFault fault, IPEndPoint endPoint, Func<Socket, CancellationToken, Task> serve)
    {
        switch (fault)
        {
            case ConnectionFault.Dead:
                break;
            case ConnectionFault.BlackHole:
                _listeners.Add(new BlackHole(endPoint));
                break;
            default:
                _listeners.Add(new LoopbackListener(endPoint, serve));
                break;
        }
    }

    /// <summary>Holds a port on 127.0.0.1 (where nothing is served), so that no other lab takes it on its addresses.</summary>
    private int ReservePort() => PortFinder.Try(() =>
    {
        var anchor = new LoopbackListener(new IPEndPoint(IPAddress.Loopback, 0), (_, _) => Task.CompletedTask);
        _listeners.Add(anchor);
        if (LoopbackAddresses.HasIPv6)
        {
            using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.IPv6Loopback, anchor.EndPoint.Port));
        }

        return anchor.EndPoint.Port;
    });

    private static bool CanUse(IPAddress? address) =>
        address is null || address.AddressFamily == AddressFamily.InterNetwork || LoopbackAddresses.HasIPv6;
}
