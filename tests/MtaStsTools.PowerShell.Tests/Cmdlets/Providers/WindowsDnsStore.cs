using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Lab.Scenarios;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>What the module DnsServer of the tests changes (<c>$global:dnsServer</c>), served by the name server of the laboratory as the real server would.</summary>
public sealed class WindowsDnsStore
{
    private static int s_domains;
    private readonly MtaStsLab _lab;
    private readonly HashSet<(string HostName, DnsType Type)> _served = [];

    /// <summary>A server with one zone, of a name that no other test has.</summary>
    public WindowsDnsStore(MtaStsLab lab)
    {
        _lab = lab;
        var name = $"windows-dns-{Interlocked.Increment(ref s_domains)}";
        Domain = $"{name}.test";
        lab.Add(ScenarioParts.Sound(name, "A zone of a DNS server of Windows.").WithMtaSts().WithTlsRpt());
        Zones = [new WindowsDnsZone(Domain)];
    }

    public string Domain { get; }

    public IList<WindowsDnsZone> Zones { get; }

    public IList<WindowsDnsRecord> Records { get; } = [];

    /// <summary>The cmdlets that were called, each with its server and its CIM session.</summary>
    public IList<string> Asked { get; } = [];

    /// <summary>Cmdlets that fail: id, category and message of the error, with bars between.</summary>
    public IDictionary<string, string> Faults { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>False: what is written is not served.</summary>
    public bool IsServed { get; set; } = true;

    public string? FaultOf(string cmdlet) => Faults.TryGetValue(cmdlet, out var fault) ? fault : null;

    public bool HasZone(string name) => Zones.Any(zone => zone.ZoneName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Add(string zone, string hostName, string type, TimeSpan ttl, string[] strings)
    {
        Records.Add(new WindowsDnsRecord { Zone = zone, HostName = hostName, Type = type, Ttl = ttl, Strings = strings });
        Serve();
    }

    public void Remove(WindowsDnsRecord record)
    {
        Records.Remove(record);
        Serve();
    }

    /// <summary>Replaces the TXT records of a name, one for each list of strings.</summary>
    public void Write(string hostName, params IReadOnlyList<string>[] records)
    {
        foreach (var old in Records.Where(record => record.HostName == hostName).ToList())
            Records.Remove(old);
        foreach (var strings in records)
            Records.Add(new WindowsDnsRecord { Zone = Domain, HostName = hostName, Type = "TXT", Ttl = TimeSpan.FromMinutes(5), Strings = strings });
        Serve();
    }

    public IReadOnlyList<string> Texts(string hostName) =>
        [.. Records.Where(record => record.Type == "TXT" && record.HostName == hostName).Select(record => string.Concat(record.Strings))];

    private void Serve()
    {
        if (!IsServed)
            return;
        var names = Records.Where(record => record.Zone == Domain && record.Type is "TXT" or "CNAME").ToLookup(record => (record.HostName, TypeOf(record)));
        _served.UnionWith(names.Select(group => group.Key));
        foreach (var (name, type) in _served)
            _lab.SetRecords(Domain, name, type, [.. names[(name, type)].Select(Lab)]);
    }

    private static DnsType TypeOf(WindowsDnsRecord record) => record.Type == "TXT" ? DnsType.Txt : DnsType.Cname;

    private static LabRecord Lab(WindowsDnsRecord record) =>
        (record.Type == "TXT" ? LabRecord.Txt(record.HostName, [.. record.Strings]) : LabRecord.Cname(record.HostName, record.Strings[0] + ".")) with { Ttl = (uint)record.Ttl.TotalSeconds };
}
