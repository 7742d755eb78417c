using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;

namespace MtaStsTools.Lab.Dns;

/// <summary>One zone with its history, so that a second name server can serve yesterday's data.</summary>
internal sealed class Zone
{
    private const int MaxHistory = 1000;
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly List<(DateTimeOffset Since, ImmutableList<DnsResource> Records)> _history = [];

    public Zone(string origin, IEnumerable<DnsResource> records, SecondNameServer second, TimeProvider clock)
    {
        Origin = DnsName.Normalize(origin);
        Second = second;
        _clock = clock;
        _history.Add((DateTimeOffset.MinValue, [.. Apex(), .. records]));
    }

    public string Origin { get; }

    public SecondNameServer Second { get; }

    public bool Signed { get; init; }

    public UpdateFault UpdateFault { get; init; }

    public IReadOnlyDictionary<(string Name, DnsType Type), DnsFault> Faults { get; init; } =
        ImmutableDictionary<(string, DnsType), DnsFault>.Empty;

    public TimeSpan Lag { get; set; }

    public ImmutableList<DnsResource> Current
    {
        get
        {
            lock (_gate)
                return _history[^1].Records;
        }
    }

    /// <summary>The zone as the asked name server knows it.</summary>
    public ImmutableList<DnsResource> SeenBy(bool second)
    {
        if (!second || Second != SecondNameServer.Lagging)
            return Current;
        lock (_gate)
        {
            var then = _clock.GetUtcNow() - Lag;
            return (_history.FindLast(v => v.Since <= then) is { Records: not null } version ? version : _history[0]).Records;
        }
    }

    /// <summary>Changes the zone at once and counts the serial up; gives what <paramref name="change"/> decides.</summary>
    public DnsRcode Change(Func<ImmutableList<DnsResource>, (DnsRcode Rcode, ImmutableList<DnsResource> Records)> change)
    {
        lock (_gate)
        {
            var before = _history[^1].Records;
            var (rcode, after) = change(before);
            if (rcode == DnsRcode.NoError && !ReferenceEquals(before, after))
            {
                if (_history.Count == MaxHistory)
                    _history.RemoveAt(0);
                _history.Add((_clock.GetUtcNow(), WithNextSerial(after)));
            }

            return rcode;
        }
    }

    /// <summary>The fault planned for a name or one above it, for one type or (type <see cref="DnsType.Any"/>) for all.</summary>
    public DnsFault? FaultFor(string name, DnsType type)
    {
        for (string? at = name; Faults.Count > 0 && at is not null && DnsName.IsAtOrUnder(at, Origin); at = DnsName.Parent(at))
        {
            if (Faults.TryGetValue((at, type), out var fault) || Faults.TryGetValue((at, DnsType.Any), out fault))
                return fault;
        }

        return null;
    }

    public DnsResource Soa(ImmutableList<DnsResource> records) =>
        records.Find(r => r.Type == DnsType.Soa) ?? throw new InvalidOperationException($"{Origin} lost its SOA.");

    private List<DnsResource> Apex()
    {
        var suffix = Origin.Length == 0 ? "" : $".{Origin}";
        var soa = new DnsWriter();
        soa.Name($"ns1{suffix}");
        soa.Name($"hostmaster{suffix}");
        foreach (var number in (ReadOnlySpan<uint>)[1, 3600, 600, 86400, 60])
            soa.U32(number);
        List<DnsResource> apex = [new(Origin, DnsType.Soa, DnsClass.In, 300, soa.ToArray())];
        AddNameServer(apex, $"ns1{suffix}", LoopbackAddresses.FirstNameServer);
        if (Second != SecondNameServer.None)
            AddNameServer(apex, $"ns2{suffix}", LoopbackAddresses.SecondNameServer);
        return apex;
    }

    private void AddNameServer(List<DnsResource> apex, string name, IPAddress address)
    {
        var writer = new DnsWriter();
        writer.Name(name);
        apex.Add(new DnsResource(Origin, DnsType.Ns, DnsClass.In, 300, writer.ToArray()));
        apex.Add(new DnsResource(name, DnsType.A, DnsClass.In, 300, address.GetAddressBytes()));
    }

    private ImmutableList<DnsResource> WithNextSerial(ImmutableList<DnsResource> records)
    {
        var soa = Soa(records);
        var data = soa.Data.AsSpan().ToArray();
        var serial = data.AsSpan(data.Length - 20);
        BinaryPrimitives.WriteUInt32BigEndian(serial, BinaryPrimitives.ReadUInt32BigEndian(serial) + 1);
        return records.Replace(soa, soa with { Data = data });
    }
}
