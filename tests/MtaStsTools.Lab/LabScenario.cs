using MtaStsTools.Lab.Dns;

namespace MtaStsTools.Lab;

/// <summary>A domain of the lab as data: its zone, its policy hosts and its mail exchangers, sound or broken.</summary>
/// <param name="Name">The scenario's name, for instance <c>two-records</c>.</param>
/// <param name="Domain">The mail domain, for instance <c>two-records.test</c>.</param>
/// <param name="Description">What is special about it, in one sentence.</param>
public sealed record LabScenario(string Name, string Domain, string Description)
{
    /// <summary>Records beside those that the hosts below bring along.</summary>
    public IReadOnlyList<LabRecord> Records { get; init; } = [];

    /// <summary>Hosts that serve the policy; several of one name are several addresses of it.</summary>
    public IReadOnlyList<LabPolicyHost> PolicyHosts { get; init; } = [];

    /// <summary>Mail exchangers; several of one name are several addresses of it.</summary>
    public IReadOnlyList<LabMailHost> MailHosts { get; init; } = [];

    /// <summary>Names for which the name server misbehaves.</summary>
    public IReadOnlyList<LabDnsFault> DnsFaults { get; init; } = [];

    /// <summary>Zones beside the domain's own, for instance the one a CNAME leads to.</summary>
    public IReadOnlyList<LabZone> OtherZones { get; init; } = [];

    /// <summary>Answers from the zone carry the AD bit, as from a validating resolver.</summary>
    public bool DnssecSigned { get; init; }

    /// <summary>How the zone answers dynamic updates.</summary>
    public UpdateFault UpdateFault { get; init; }

    /// <summary>The zone's second name server.</summary>
    public SecondNameServer SecondNameServer { get; init; }

    /// <summary>Whether something in it keeps whoever asks waiting until a limit of the asker's own is over. All else answers at once, however long the limit.</summary>
    public bool KeepsWaiting =>
        DnsFaults.Any(dns => dns.Fault is DnsFault.Silent or DnsFault.WrongId)
        || PolicyHosts.Any(host => IsSilent(host.Connection, host.Tls) || host.Http is HttpFault.Silent or HttpFault.SlowDrip or HttpFault.SlowHeaders or HttpFault.LyingContentLength)
        || MailHosts.Any(host => IsSilent(host.Connection, host.Tls));

    private static bool IsSilent(ConnectionFault connection, TlsFault tls) => connection is ConnectionFault.BlackHole or ConnectionFault.Silent || tls == TlsFault.Silent;
}

/// <summary>A zone of its own.</summary>
/// <param name="Origin">The apex.</param>
/// <param name="Records">Records relative to it.</param>
public sealed record LabZone(string Origin, params IReadOnlyList<LabRecord> Records);

/// <summary>A fault for a name and all below it, and for one type or (<see cref="DnsType.Any"/>) all types.</summary>
/// <param name="Name">The owner, read as in a zone file.</param>
/// <param name="Fault">What happens.</param>
/// <param name="Type">The type asked for.</param>
public sealed record LabDnsFault(string Name, DnsFault Fault, DnsType Type = DnsType.Any);
