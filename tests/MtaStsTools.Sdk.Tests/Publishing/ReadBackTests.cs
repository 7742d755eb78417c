using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Asking the authoritative servers after a change: whatever they answer, the change is made and its result is given.</summary>
public sealed class ReadBackTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly WireName Owner = WireName.FromText("_mta-sts.example.com");

    public static TheoryData<string> MalformedAnswers => [.. Malformed.Keys];

    private static readonly Dictionary<string, Func<DnsMessage, byte[]>> Malformed = new(StringComparer.Ordinal)
    {
        ["nothing but a header"] = request => Answer(request).ToArray()[..12],
        ["another protocol"] = _ => "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
        ["no octets at all"] = _ => [],
        ["a count that the octets do not bear out"] = request => WithAnswerCount(Answer(request).ToArray(), 200),
        ["a name that points at itself"] = request => [.. WithAnswerCount(Answer(request).ToArray(), 1), 0xC0, (byte)Answer(request).ToArray().Length, 0, 16, 0, 1, 0, 0, 0, 1, 0, 0],
        ["an NSEC whose bitmap is too long"] = request => (Answer(request) with { Authority = [new DnsRecord(Owner, (DnsRecordType)47, DnsClass.IN, 60, [0, 0, 255, .. new byte[255]])] }).ToArray(),
        ["an address of three octets"] = request => (Answer(request) with { Answers = [new DnsRecord(Owner, DnsRecordType.A, DnsClass.IN, 60, [1, 2, 3])] }).ToArray(),
    };

    [Theory]
    [MemberData(nameof(MalformedAnswers))]
    public async Task A_malformed_answer_leaves_the_change_made_and_is_told_of_its_server(string answer)
    {
        await using var server = new ScriptedDnsServer(Malformed[answer]);
        var publisher = Publisher(server.Port);

        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.True(result.Changed);
        Assert.Equal(ServerAgreement.NoAnswer, Assert.Single(result.Servers).Agreement);
        Assert.False(string.IsNullOrEmpty(result.Servers[0].Detail));
    }

    [Theory]
    [MemberData(nameof(MalformedAnswers))]
    public async Task A_malformed_answer_is_a_failed_lookup_and_never_an_absent_record(string answer)
    {
        await using var server = new ScriptedDnsServer(Malformed[answer]);
        var resolver = new DnsResolver(new DnsResolverOptions { Servers = [new IPEndPoint(IPAddress.Loopback, server.Port)], Timeout = TimeSpan.FromSeconds(2) });

        var lookup = (await resolver.QueryAsync("_mta-sts.example.com", DnsRecordType.TXT, Stop)).Lookup;

        Assert.False(lookup.IsConclusive);
        Assert.False(string.IsNullOrEmpty(lookup.Detail));
    }

    private static MtaStsRecordPublisher Publisher(int port) => new(
        new InMemoryProvider { NameServers = [new ZoneNameServer { Name = "ns.example.com", Addresses = [IPAddress.Loopback] }] },
        new MtaStsRecordPublisherOptions { AuthoritativePort = port, AllowPrivateAddresses = true, ReadBackTimeLimit = TimeSpan.Zero, QueryTimeout = TimeSpan.FromSeconds(2) });

    private static DnsMessage Answer(DnsMessage request) => new() { Id = request.Id, IsResponse = true, IsAuthoritative = true, Question = request.Question };

    private static byte[] WithAnswerCount(byte[] octets, byte count)
    {
        octets[7] = count;
        return octets;
    }
}
