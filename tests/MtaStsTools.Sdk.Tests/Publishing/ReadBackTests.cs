using MtaStsTools.Publishing;
using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Asking the authoritative servers after a change: whatever they answer, the change is made and its result is given.</summary>
public sealed class ReadBackTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly WireName Owner = WireName.FromText("_mta-sts.example.com");
    private static readonly DnsRecord Published = Txt("v=STSv1; id=2;");

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

    public static TheoryData<string> MalformedAnswers => [.. Malformed.Keys];

    [Theory]
    [MemberData(nameof(MalformedAnswers))]
    public async Task A_malformed_answer_leaves_the_change_made_and_is_told_of_its_server(string answer)
    {
        await using var server = new ScriptedDnsServer(Malformed[answer]);

        var result = await PublishAsync(server);

        Assert.True(result.Changed);
        Assert.Equal(ServerAgreement.NoAnswer, Assert.Single(result.Servers).Agreement);
        Assert.False(string.IsNullOrEmpty(result.Servers[0].Detail));
    }

    [Theory]
    [MemberData(nameof(MalformedAnswers))]
    public async Task A_malformed_answer_is_a_failed_lookup_and_never_an_absent_record(string answer)
    {
        await using var server = new ScriptedDnsServer(Malformed[answer]);
        var resolver = new DnsResolver(new DnsResolverOptions { Servers = [server.EndPoint], Timeout = TimeSpan.FromSeconds(2) });

        var lookup = (await resolver.QueryAsync("_mta-sts.example.com", DnsRecordType.TXT, Stop)).Lookup;

        Assert.False(lookup.IsConclusive);
        Assert.False(string.IsNullOrEmpty(lookup.Detail));
    }

    [Fact]
    public async Task A_truncated_answer_is_asked_for_again_over_tcp()
    {
        await using var server = new ScriptedDnsServer(
            request => (Answer(request) with { Answers = [Published] }).ToArray(),
            request => [(Answer(request) with { IsTruncated = true }).ToArray()]);

        Assert.Equal(ServerAgreement.Agrees, Assert.Single((await PublishAsync(server)).Servers).Agreement);
    }

    [Fact]
    public async Task A_datagram_of_somebody_else_does_not_fail_the_question()
    {
        await using var server = new ScriptedDnsServer(
            request => (Answer(request) with { Answers = [Published] }).ToArray(),
            request => [(Answer(request) with { Id = (ushort)~request.Id }).ToArray(), (Answer(request) with { Answers = [Published] }).ToArray()]);

        Assert.Equal(ServerAgreement.Agrees, Assert.Single((await PublishAsync(server)).Servers).Agreement);
    }

    [Theory]
    [InlineData(2, "SERVFAIL")]
    [InlineData(5, "REFUSED")]
    [InlineData(9, "NOTAUTH")]
    public async Task A_server_that_fails_gives_no_answer_and_its_reason(int rcode, string detail)
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { Rcode = (DnsRcode)rcode }).ToArray());
        var seen = Assert.Single((await PublishAsync(server)).Servers);
        Assert.Equal((ServerAgreement.NoAnswer, detail), (seen.Agreement, seen.Detail));
    }

    [Fact]
    public async Task A_server_that_is_not_authoritative_gives_no_answer_though_it_has_the_record()
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { IsAuthoritative = false, Answers = [Published] }).ToArray());
        var seen = Assert.Single((await PublishAsync(server)).Servers);
        Assert.Equal((ServerAgreement.NoAnswer, "it is not authoritative for the zone"), (seen.Agreement, seen.Detail));
    }

    [Theory]
    [InlineData(ServerAgreement.Agrees, "v=STSv1; id=2;", "v=spf1 -all")]
    [InlineData(ServerAgreement.Differs, "v=STSv1; id=1;")]
    [InlineData(ServerAgreement.Differs, "v=STSv1; id=2;", "v=STSv1; id=1;")]
    [InlineData(ServerAgreement.Differs, "v=STSv1; id=2")]
    [InlineData(ServerAgreement.Differs)]
    public async Task Only_the_mta_sts_records_are_compared_and_all_of_them(ServerAgreement expected, params string[] texts)
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { Answers = [.. texts.Select(Txt)] }).ToArray());
        var seen = Assert.Single((await PublishAsync(server)).Servers);
        Assert.Equal(expected, seen.Agreement);
        Assert.Equal(texts.Where(text => text.StartsWith("v=STSv1;", StringComparison.Ordinal)).Order(StringComparer.Ordinal), seen.Records, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(true, ServerAgreement.Differs, "v=STSv1; id=1;", "")]
    [InlineData(true, ServerAgreement.Differs, "v=STSv1; id=1;", "v=STSv1; id=2;")]
    [InlineData(true, ServerAgreement.Differs, "v=STSv1; id=1;|v=spf1", "v=STSv1; id=1;")]
    [InlineData(false, ServerAgreement.Differs, "v=STSv1; id=1;", "v=STSv1; id=1;")]
    [InlineData(true, ServerAgreement.Agrees, "v=STSv1; id=1;", "v=STSv1; id=1;")]
    public async Task A_record_that_is_still_there_after_a_removal_is_a_wildcards_only_where_a_name_below_has_the_same(
        bool isAuthoritativeBelow, ServerAgreement expected, string found, string below)
    {
        await using var server = new ScriptedDnsServer(request => (request.Question!.Value.Name.Equals(Owner)
            ? Answer(request) with { Answers = [.. found.Split('|').Select(Txt)] }
            : Answer(request) with { IsAuthoritative = isAuthoritativeBelow, Answers = [.. below.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(text => Txt(text) with { Name = request.Question!.Value.Name })] }).ToArray());
        var publisher = new MtaStsRecordPublisher(Provider("v=STSv1; id=1;"), Options(server));
        var plan = await publisher.PlanRemovalAsync(new() { Domain = "example.com" }, cancellationToken: Stop);

        var seen = Assert.Single((await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only().Servers);

        Assert.Equal((expected, expected == ServerAgreement.Agrees), (seen.Agreement, seen.AnswersFromWildcard));
    }

    [Fact]
    public async Task The_question_goes_to_the_server_and_no_further()
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { Answers = [Published] }).ToArray());
        await PublishAsync(server);
        Assert.NotEmpty(server.Datagrams);
        Assert.All(server.Datagrams, octets => Assert.Equal(0, octets[2] & 1));
    }

    [Fact]
    public async Task The_time_limit_is_kept_whatever_a_server_does()
    {
        await using var server = new ScriptedDnsServer(_ => [], _ => []);
        var change = PublishAsync(server, options => options with { QueryTimeout = TimeSpan.FromHours(12), ReadBackTimeLimit = TimeSpan.FromMilliseconds(300) });

        var result = await change.WaitAsync(TimeSpan.FromMinutes(2), Stop);

        Assert.True(result.Changed);
        Assert.Equal((ServerAgreement.NoAnswer, "no answer in time"), (Assert.Single(result.Servers).Agreement, result.Servers[0].Detail));
    }

    [Fact]
    public async Task What_a_server_said_before_time_was_up_is_kept()
    {
        var asked = 0;
        await using var server = new ScriptedDnsServer(
            _ => [],
            request => Interlocked.Increment(ref asked) == 1 ? [(Answer(request) with { Answers = [Txt("v=STSv1; id=1;")] }).ToArray()] : []);

        var result = await PublishAsync(server, options => options with
        {
            QueryTimeout = TimeSpan.FromHours(12),
            ReadBackTimeLimit = TimeSpan.FromSeconds(1),
            ReadBackInterval = TimeSpan.FromMilliseconds(1),
        }).WaitAsync(TimeSpan.FromMinutes(2), Stop);

        Assert.Equal(ServerAgreement.Differs, Assert.Single(result.Servers).Agreement);
        Assert.Equal(["v=STSv1; id=1;"], result.Servers[0].Records);
    }

    [Fact]
    public async Task The_time_limit_is_kept_where_the_provider_does_not_name_its_servers()
    {
        var provider = new InMemoryProvider { NameServersTask = new TaskCompletionSource<IReadOnlyList<ZoneNameServer>>().Task };
        var result = await PublishAsync(provider, new() { ReadBackTimeLimit = TimeSpan.FromMilliseconds(300) }).WaitAsync(TimeSpan.FromMinutes(2), Stop);
        Assert.True(result.Changed);
        Assert.Equal(
            ("memory", ServerAgreement.NoAnswer, "no answer in time"),
            (Assert.Single(result.Servers).Server, result.Servers[0].Agreement, result.Servers[0].Detail));
    }

    [Theory]
    [InlineData(6, 10)]
    [InlineData(600, 2)]
    [InlineData(null, 2)]
    public async Task A_provider_is_asked_no_oftener_than_it_takes(int? requestsPerMinute, int pause)
    {
        var provider = new InMemoryProvider { Capabilities = new() { IsGuarded = true, ReadsAtSource = true, RequestsPerMinute = requestsPerMinute } };
        var clock = new HastyClock();
        var publisher = new MtaStsRecordPublisher(provider, new() { ReadBackTimeLimit = TimeSpan.FromHours(1), TimeProvider = clock });
        var plan = await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop);
        provider.Reading = () =>
        {
            provider.Reading = null;
            throw new DnsProviderException(ProviderErrorKind.Unavailable, "Not now.", "Later.");
        };

        var result = (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();

        Assert.True(result.AllAgree);
        Assert.Equal([TimeSpan.FromSeconds(pause)], clock.Pauses);
    }

    [Fact]
    public async Task Names_and_servers_are_asked_through_the_resolvers_of_the_options()
    {
        var provider = new InMemoryProvider { NameServersTask = Task.FromResult<IReadOnlyList<ZoneNameServer>>([new ZoneNameServer { Name = "ns.example.net" }]) };
        var made = new List<DnsResolverOptions>();
        var result = await PublishAsync(provider, new()
        {
            ReadBackTimeLimit = TimeSpan.Zero,
            DnsServers = [new IPEndPoint(IPAddress.Loopback, 5353)],
            QueryTimeout = TimeSpan.FromSeconds(3),
            CreateResolver = options =>
            {
                made.Add(options);
                return new FakeResolver((name, type) => type switch
                {
                    DnsRecordType.A when name == "ns.example.net" => FakeResolver.Lookup(name, type) with { Addresses = [IPAddress.Parse("198.41.0.4")] },
                    DnsRecordType.TXT => FakeResolver.Lookup(name, type) with { IsAuthoritative = true, Texts = [new TxtFact { Strings = ["v=STSv1; ", "id=2;"] }] },
                    _ => null,
                });
            },
        });

        Assert.Equal(("ns.example.net", "198.41.0.4", ServerAgreement.Agrees), (Assert.Single(result.Servers).Server, result.Servers[0].Address, result.Servers[0].Agreement));
        Assert.Equal(["127.0.0.1:5353 True 3", "198.41.0.4:53 False 3"], made.Select(options => $"{options.Servers[0]} {options.Recursive} {options.Timeout.TotalSeconds}"));
    }

    [Fact]
    public async Task A_provider_that_does_not_read_at_the_source_is_no_witness()
    {
        var provider = new InMemoryProvider { Capabilities = new() { IsGuarded = true } };
        var result = await PublishAsync(provider, new() { ReadBackTimeLimit = TimeSpan.Zero });
        Assert.Equal(ServerAgreement.NotAsked, Assert.Single(result.Servers).Agreement);
    }

    private static Task<PublishResult> PublishAsync(ScriptedDnsServer server, Func<MtaStsRecordPublisherOptions, MtaStsRecordPublisherOptions>? change = null)
    {
        var options = Options(server);
        return PublishAsync(Provider(), change?.Invoke(options) ?? options);
    }

    private static MtaStsRecordPublisherOptions Options(ScriptedDnsServer server) =>
        new() { AuthoritativePort = server.Port, AllowPrivateAddresses = true, ReadBackTimeLimit = TimeSpan.Zero, QueryTimeout = TimeSpan.FromSeconds(10) };

    private static InMemoryProvider Provider(params string[] texts) =>
        new(texts) { NameServersTask = Task.FromResult<IReadOnlyList<ZoneNameServer>>([new ZoneNameServer { Name = "ns.example.com", Addresses = [IPAddress.Loopback] }]) };

    private static async Task<PublishResult> PublishAsync(InMemoryProvider provider, MtaStsRecordPublisherOptions options)
    {
        var publisher = new MtaStsRecordPublisher(provider, options);
        var plan = await publisher.PlanAsync(new() { Domain = "example.com", Id = "2" }, cancellationToken: Stop);
        return (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();
    }

    /// <summary>A clock on which short pauses are over at once, and remembered.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.FromMinutes(1))
                return base.CreateTimer(callback, state, dueTime, period);
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private static DnsRecord Txt(string text) => new(Owner, DnsRecordType.TXT, DnsClass.IN, 60, TxtValue.FromText(text).Rdata.ToArray());

    private static DnsMessage Answer(DnsMessage request) => new() { Id = request.Id, IsResponse = true, IsAuthoritative = true, Question = request.Question };

    private static byte[] WithAnswerCount(byte[] octets, byte count)
    {
        octets[7] = count;
        return octets;
    }
}
