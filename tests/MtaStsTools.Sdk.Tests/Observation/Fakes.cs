using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Dns;
using MtaStsTools.Net;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>A resolver that answers from a function and counts what it was asked.</summary>
internal sealed class FakeResolver(Func<string, DnsRecordType, DnsAnswer?> answer) : IDnsResolver
{
    private int _now;

    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    public int MostAtOnce { get; private set; }

    public async Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default)
    {
        Asked.AddOrUpdate($"{type} {name}", 1, (_, count) => count + 1);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
        await Task.Yield();
        Interlocked.Decrement(ref _now);
        return answer(name, type) ?? Lookup(name, type, DnsOutcome.NameDoesNotExist);
    }

    public static DnsAnswer Lookup(string name, DnsRecordType type, DnsOutcome outcome = DnsOutcome.Answered) =>
        new() { Lookup = new DnsLookup { Name = name, Type = type.ToString(), Outcome = outcome } };

    /// <summary>Any domain with one exchanger that all share; every host has one global address.</summary>
    public static DnsAnswer? SharedExchanger(string name, DnsRecordType type) => type switch
    {
        DnsRecordType.MX => Lookup(name, type) with { MailExchangers = [new MxFact(10, "mx.shared.test")] },
        DnsRecordType.A => Lookup(name, type) with { Addresses = [IPAddress.Parse("198.41.0.4")] },
        _ => null,
    };
}

/// <summary>A connector that keeps count and gives what a function gives.</summary>
internal sealed class FakeConnector(Func<IPEndPoint, CancellationToken, Task<Stream>> connect) : IConnector
{
    private readonly Dictionary<int, (int Now, int Most)> _byPort = [];

    public ConcurrentQueue<IPEndPoint> Asked { get; } = [];

    /// <summary>Packets go nowhere, as behind a provider that blocks the port.</summary>
    public static FakeConnector Blocked() => new(static async (_, stop) =>
    {
        await Task.Delay(Timeout.Infinite, stop);
        throw new SocketException((int)SocketError.TimedOut);
    });

    public async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Asked.Enqueue(endPoint);
        Count(endPoint.Port, 1);
        try
        {
            return await connect(endPoint, cancellationToken);
        }
        finally
        {
            Count(endPoint.Port, -1);
        }
    }

    public int MostAtOnceTo(int port)
    {
        lock (_byPort)
            return _byPort[port].Most;
    }

    private void Count(int port, int change)
    {
        lock (_byPort)
        {
            var (now, most) = _byPort.GetValueOrDefault(port);
            _byPort[port] = (now + change, Math.Max(most, now + change));
        }
    }
}

/// <summary>A peer that has said all it will ever say, in pieces of a given size.</summary>
internal sealed class ScriptedStream(byte[] octets, int piece = int.MaxValue) : MemoryStream(octets, writable: false)
{
    public override bool CanWrite => true;

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, Math.Min(count, piece)));

    public override void Write(byte[] buffer, int offset, int count)
    {
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;
}
