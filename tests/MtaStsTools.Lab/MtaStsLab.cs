using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Lab.Net;
using MtaStsTools.Lab.Policy;
using MtaStsTools.Lab.Scenarios;

namespace MtaStsTools.Lab;

/// <summary>
/// MTA-STS on loopback in one process: authoritative DNS, HTTPS policy hosts, mail exchangers, and an authority of its own.
/// Point a client at <see cref="DnsEndPoint"/>, <see cref="HttpsPort"/>, <see cref="SmtpPort"/> and
/// <see cref="RootCertificate"/>, allow private addresses, and every scenario's domain answers.
/// </summary>
public sealed class MtaStsLab : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly LabJournal _journal = new();
    private readonly ZoneCatalog _zones = new();
    private readonly ConcurrentDictionary<string, LabScenario> _scenarios = new(StringComparer.OrdinalIgnoreCase);
    private readonly LabAuthority _authority;
    private readonly DirectoryInfo _folder;
    private HostFarm _farm = null!;
    private DnsListener _first = null!;
    private DnsListener _second = null!;

    private MtaStsLab(TimeProvider clock)
    {
        _clock = clock;
        _authority = new LabAuthority(clock);
        _folder = Directory.CreateTempSubdirectory("mtasts-lab-");
        RootCertificatePath = Path.Combine(_folder.FullName, "root.pem");
        WebFolder = _folder.CreateSubdirectory("web").FullName;
        File.WriteAllText(RootCertificatePath, RootCertificate.ExportCertificatePem() + "\n");
    }

    /// <summary>The first name server; the second, where a zone has one, answers at the same port of 127.0.0.2.</summary>
    public IPEndPoint DnsEndPoint => _first.EndPoint;

    /// <summary>The port of every policy host.</summary>
    public int HttpsPort => _farm.HttpsPort;

    /// <summary>The port of every mail exchanger.</summary>
    public int SmtpPort => _farm.SmtpPort;

    /// <summary>The root to trust; it has no private key.</summary>
    public X509Certificate2 RootCertificate => _authority.Root;

    /// <summary>The root in PEM, in a folder that goes away with the lab.</summary>
    public string RootCertificatePath { get; }

    /// <summary>Policy hosts serve what lies below a folder of their name in here, as a web server does, before all else. It goes away with the lab.</summary>
    public string WebFolder { get; }

    /// <summary>All scenarios, by name.</summary>
    public IReadOnlyList<LabScenario> Scenarios => [.. _scenarios.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>The key that signs updates to every zone.</summary>
    public LabTsigKey UpdateKey { get; } = LabTsigKey.Create("lab-sha256", "hmac-sha256");

    /// <summary>A key for hmac-sha1.</summary>
    public LabTsigKey Sha1Key { get; } = LabTsigKey.Create("lab-sha1", "hmac-sha1");

    /// <summary>A key for hmac-sha384.</summary>
    public LabTsigKey Sha384Key { get; } = LabTsigKey.Create("lab-sha384", "hmac-sha384");

    /// <summary>A key for hmac-sha512.</summary>
    public LabTsigKey Sha512Key { get; } = LabTsigKey.Create("lab-sha512", "hmac-sha512");

    /// <summary>What clients have done so far, oldest first.</summary>
    public IReadOnlyList<LabEvent> Events => _journal.Events;

    /// <summary>Starts the lab with all scenarios.</summary>
    public static Task<MtaStsLab> StartAsync(CancellationToken ct = default) => StartAsync(TimeProvider.System, ct);

    /// <summary>Starts the lab with a clock of the caller's, which dates certificates and checks TSIG times.</summary>
    public static async Task<MtaStsLab> StartAsync(TimeProvider clock, CancellationToken ct = default)
    {
        var lab = new MtaStsLab(clock);
        try
        {
            lab._farm = await HostFarm.StartAsync(lab._authority, lab._journal, lab.WebFolder, ct);
            lab.StartDns();
            lab._zones.TryAdd(new Zone("test", [], SecondNameServer.None, clock));
            foreach (var scenario in AllScenarios.List)
                lab.Add(scenario);
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>The scenario of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public LabScenario Scenario(string name) =>
        _scenarios.TryGetValue(name, out var scenario)
            ? scenario
            : throw new KeyNotFoundException($"The lab has no scenario '{name}'.");

    /// <summary>Adds a scenario while the lab runs.</summary>
    /// <exception cref="InvalidOperationException">Its domain is already there.</exception>
    public LabScenario Add(LabScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var domain = DnsName.Normalize(scenario.Domain);
        if (_zones.Exactly(domain) is not null || !_scenarios.TryAdd(scenario.Name, scenario))
            throw new InvalidOperationException($"The lab already has a scenario '{scenario.Name}' or a zone '{domain}'.");
        var records = scenario.Records.Select(r => r.ToResource(domain)).ToList();
        records.AddRange(_farm.Open(scenario).Select(r => r.ToResource(domain)));
        var zone = new Zone(domain, records, scenario.SecondNameServer, _clock)
        {
            Signed = scenario.DnssecSigned,
            UpdateFault = scenario.UpdateFault,
            Faults = scenario.DnsFaults.ToDictionary(f => (DnsName.Absolute(f.Name, domain), f.Type), f => f.Fault),
            Lag = scenario.SecondNameServer == SecondNameServer.Lagging ? TimeSpan.FromSeconds(1) : TimeSpan.Zero,
        };
        _zones.TryAdd(zone);
        foreach (var other in scenario.OtherZones)
        {
            var origin = DnsName.Normalize(other.Origin);
            _zones.TryAdd(new Zone(origin, other.Records.Select(r => r.ToResource(origin)), SecondNameServer.None, _clock));
        }

        return scenario;
    }

    /// <summary>
    /// Adds sound domains by the number, <c>bulk-0.test</c> onwards: their policy hosts share one address and their mail goes
    /// to <paramref name="mailExchangers"/> shared exchangers. Call it once.
    /// </summary>
    /// <returns>The domains.</returns>
    public IReadOnlyList<string> AddMany(int count, int mailExchangers = 4)
    {
        foreach (var scenario in BulkScenarios.Exchangers(mailExchangers).Concat(BulkScenarios.Domains(count, mailExchangers)))
            Add(scenario);
        return [.. BulkScenarios.Domains(count, mailExchangers).Select(s => s.Domain)];
    }

    /// <summary>Changes the policy that a domain's hosts serve; null: they answer 404.</summary>
    public void SetPolicy(string domain, string? body) => _farm.SetPolicy(DnsName.Normalize(domain), body);

    /// <summary>Replaces the TXT records of a name, one RR for each text, split into strings of 255 octets.</summary>
    public void SetTxt(string domain, string name, params string[] texts) =>
        SetRecords(domain, name, DnsType.Txt, [.. texts.Select(t => LabRecord.Txt(name, [.. t.Chunk(255).Select(c => new string(c))]))]);

    /// <summary>Replaces the records of a name and type; the second name server follows after its lag.</summary>
    public void SetRecords(string domain, string name, DnsType type, params LabRecord[] records)
    {
        var zone = ZoneOf(domain);
        var owner = DnsName.Absolute(name, zone.Origin);
        zone.Change(before => (
            DnsRcode.NoError,
            before.RemoveAll(r => r.Name == owner && r.Type == type).AddRange(records.Select(r => r.ToResource(zone.Origin)))));
    }

    /// <summary>The TXT records of a name as they stand, each with its strings joined.</summary>
    public IReadOnlyList<string> Txt(string domain, string name)
    {
        var zone = ZoneOf(domain);
        var owner = DnsName.Absolute(name, zone.Origin);
        return [.. zone.Current.Where(r => r.Name == owner && r.Type == DnsType.Txt).Select(r => TxtText.Joined(r.Data))];
    }

    /// <summary>Sets how far the second name server of a zone lags behind; zero: not at all.</summary>
    public void SetLag(string domain, TimeSpan lag) => ZoneOf(domain).Lag = lag;

    /// <summary>Forgets what clients have done.</summary>
    public void ClearEvents() => _journal.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_first is not null)
            await _first.DisposeAsync();
        if (_second is not null)
            await _second.DisposeAsync();
        if (_farm is not null)
            await _farm.DisposeAsync();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private Zone ZoneOf(string domain) =>
        _zones.Exactly(DnsName.Normalize(domain)) ?? throw new KeyNotFoundException($"The lab has no zone '{domain}'.");

    private void StartDns()
    {
        var keys = new TsigKeyring([UpdateKey, Sha1Key, Sha384Key, Sha512Key], _clock);
        var server = new NameServer(_zones, keys, _journal);
        (_first, _second) = PortFinder.Try(() =>
        {
            var first = PortFinder.Try(() => new DnsListener(new IPEndPoint(LoopbackAddresses.FirstNameServer, 0), server, second: false));
            return (first, new DnsListener(new IPEndPoint(LoopbackAddresses.SecondNameServer, first.EndPoint.Port), server, second: true));
        });
    }
}
