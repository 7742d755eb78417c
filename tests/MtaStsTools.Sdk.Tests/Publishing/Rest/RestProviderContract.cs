using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

/// <summary>
/// What <see cref="ProviderContract"/> demands and more, of every provider that asks a service by HTTP: against a double of the service that keeps what is
/// written, and fails in every way that a service can.
/// </summary>
public abstract class RestProviderContract : ProviderContract, IDisposable
{
    private const string Ours = "v=STSv1; id=1;";
    private const string New = "v=STSv1; id=2;";
    private const string Apex = "example.com";
    private const string Record = "_mta-sts.example.com";

    private readonly Lazy<DnsServiceDouble> _service;

    protected RestProviderContract() => _service = new Lazy<DnsServiceDouble>(() =>
    {
        var service = CreateService();
        service.AddZone(Apex);
        return service;
    });

    private protected DnsServiceDouble Service => _service.Value;

    public void Dispose()
    {
        if (_service.IsValueCreated)
            _service.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract DnsServiceDouble CreateService();

    /// <param name="service">The double.</param>
    /// <param name="secret">What the provider takes for the secret.</param>
    /// <param name="api">Time limits and repetitions.</param>
    private protected abstract IDnsRecordProvider CreateProvider(DnsServiceDouble service, string secret, HttpApiOptions api);

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        Service.SetTexts(Apex, Record, texts);
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = Create(),
            Zone = Apex,
            ReadAsync = () => Task.FromResult(Service.Texts(Record)),
            WriteAsync = values => Task.Run(() => Service.SetTexts(Apex, Record, values)),
            WriteAliasAsync = target => Task.Run(() => Service.SetAlias(Apex, Record, target)),
        });
    }

    [Fact]
    public async Task The_deepest_zone_is_found()
    {
        Service.AddZone("sub.example.com");
        var provider = Create();
        Assert.Equal("sub.example.com", await provider.FindZoneAsync("_mta-sts.a.b.sub.example.com", Stop));
        Assert.Equal("sub.example.com", await provider.FindZoneAsync("_mta-sts.sub.example.com", Stop));
        Assert.Equal(Apex, await provider.FindZoneAsync("_mta-sts.anothersub.example.com", Stop));
    }

    [Fact]
    public async Task A_name_that_is_delegated_to_other_servers_is_not_in_the_zone()
    {
        Service.Add(Apex, "sub.example.com", "NS", Service.ToTarget("ns.elsewhere.test"));
        var error = await FailAsync(provider => provider.FindZoneAsync("_mta-sts.a.sub.example.com", Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains("delegated sub.example.com", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_the_zone_itself_has_records_too()
    {
        Service.SetTexts(Apex, Apex, "v=spf1 -all");
        Assert.Equal("v=spf1 -all", Assert.Single((await Create().ReadTxtAsync(Apex, Apex, Stop)).Values).Text);
    }

    [Fact]
    public async Task Records_of_other_names_and_types_stay_as_they_are()
    {
        Service.SetTexts(Apex, Record, Ours);
        Service.SetTexts(Apex, Apex, "v=spf1 -all");
        Service.SetTexts(Apex, "x" + Record, Ours);
        Service.Add(Apex, "www.example.com", "A", "192.0.2.1");
        var others = Service.Records.Where(record => !record.Is(Record, "TXT")).ToList();

        await ApplyAsync(Create(), Ours, New);

        Assert.Equal([New], Service.Texts(Record));
        Assert.Equal(others, Service.Records.Where(record => !record.Is(Record, "TXT")));
    }

    [Fact]
    public async Task A_foreign_value_keeps_the_bounds_of_its_strings()
    {
        Service.SetTexts(Apex, Record, Ours);
        var foreign = Service.Add(Apex, Record, "TXT", "\"abc\" \"def\"");
        await ApplyAsync(Create(), Ours, New);
        Assert.Contains(foreign.Content, Service.Contents(Record));
        Assert.Equal(["abcdef", New], Service.Texts(Record).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_changed_since_reading_is_seen_before_writing_also_where_nothing_guards()
    {
        Service.SetTexts(Apex, Record, Ours);
        var provider = Create();
        var change = Change(await provider.ReadTxtAsync(Apex, Record, Stop), Ours, New);
        Service.SetTexts(Apex, Record, Ours, "news");

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(change, Stop));

        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.Equal([Ours, "news"], Service.Texts(Record));
    }

    [Theory]
    [InlineData(401, ProviderErrorKind.Unauthorized)]
    [InlineData(403, ProviderErrorKind.Forbidden)]
    [InlineData(404, ProviderErrorKind.NotFound)]
    [InlineData(409, ProviderErrorKind.Conflict)]
    [InlineData(429, ProviderErrorKind.RateLimited)]
    [InlineData(500, ProviderErrorKind.Unavailable)]
    public async Task A_status_that_stays_has_its_kind_whatever_is_done(int status, ProviderErrorKind kind)
    {
        Service.SetTexts(Apex, Record, Ours);
        var provider = Create();
        var set = await provider.ReadTxtAsync(Apex, Record, Stop);
        Service.Fault = _ => ServiceAnswer.Text(status, $"{{\"message\":\"{Service.Secret} \\u001b[2J\"}}");

        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync(Record, Stop)),
            await Assert.ThrowsAsync<DnsProviderException>(() => provider.ReadTxtAsync(Apex, Record, Stop)),
            await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change(set, Ours, New), Stop)),
        })
        {
            Assert.Equal(kind, error.Kind);
            Assert.StartsWith($"{status}", error.Detail, StringComparison.Ordinal);
            AssertHarmless(error);
        }

        Assert.Equal([Ours], Service.Texts(Record));
    }

    [Fact]
    public async Task A_wrong_secret_is_not_accepted_and_not_shown()
    {
        const string wrong = "wr0ng-Secret-Of-The-Test";
        var provider = CreateProvider(Service, wrong, Fast());
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync(Record, Stop));
        Assert.Contains(error.Kind, new[] { ProviderErrorKind.Unauthorized, ProviderErrorKind.Forbidden });
        Assert.DoesNotContain(wrong, $"{error}{error.Detail}{error.Remedy}{provider}{provider.Description}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_the_service_could_not_take_for_a_while_is_asked_again(int status)
    {
        Service.SetTexts(Apex, Record, Ours);
        var failures = 2;
        Service.Fault = request => request.IsRead && Interlocked.Decrement(ref failures) >= 0
            ? ServiceAnswer.Json(status, new { }) with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = "0" } }
            : null;
        Assert.Equal(Ours, Assert.Single((await Create().ReadTxtAsync(Apex, Record, Stop)).Values).Text);
    }

    [Fact]
    public async Task A_change_that_is_one_too_many_is_made_when_the_service_takes_it()
    {
        Service.SetTexts(Apex, Record, Ours);
        var failures = 1;
        Service.Fault = request => !IsRead(request) && Interlocked.Decrement(ref failures) >= 0 ? ServiceAnswer.Json(429, new { }) : null;
        await ApplyAsync(Create(), Ours, New);
        Assert.Equal([New], Service.Texts(Record));
    }

    [Fact]
    public async Task A_change_that_the_service_failed_at_is_sent_once_and_may_have_been_made()
    {
        Service.SetTexts(Apex, Record, Ours);
        var sent = 0;
        Service.Fault = request =>
        {
            if (IsRead(request))
                return null;
            Interlocked.Increment(ref sent);
            return ServiceAnswer.Json(500, new { });
        };

        var error = await FailAsync(provider => ApplyAsync(provider, Ours, New));

        Assert.Equal((1, ProviderErrorKind.Unavailable, true), (sent, error.Kind, error.MayHaveChanged));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("[{\"name\":7,\"id\":{},\"result\":3}]")]
    [InlineData("{\"result\":[7],\"success\":true,\"managedZones\":\"x\",\"rrsets\":{}}")]
    public async Task Anything_but_the_documented_answer_is_no_answer(string body)
    {
        Service.SetTexts(Apex, Record, Ours);
        var provider = Create();
        await provider.FindZoneAsync(Record, Stop);
        Service.Fault = request => IsSignIn(request) ? null : ServiceAnswer.Text(200, body);

        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<DnsProviderException>(() => provider.ReadTxtAsync(Apex, Record, Stop)),
            await Assert.ThrowsAsync<DnsProviderException>(() => Create().FindZoneAsync(Record, Stop)),
        })
        {
            Assert.Equal((ProviderErrorKind.MalformedAnswer, false), (error.Kind, error.MayHaveChanged));
            AssertHarmless(error);
        }
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_told_and_nothing_is_lost()
    {
        Service.Add(Apex, Record, "TXT", "\"no end");
        var error = await FailAsync(provider => provider.ReadTxtAsync(Apex, Record, Stop));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        Service.Fault = request => IsSignIn(request) ? null : ServiceAnswer.Text(200, new string(' ', 200_000));
        var error = await FailAsync(provider => provider.FindZoneAsync(Record, Stop));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
        Assert.Contains("100000 octets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_runs_into_the_time_limit()
    {
        Service.Fault = request => IsSignIn(request) ? null : ServiceAnswer.Json(200, new { }) with { Delay = TimeSpan.FromSeconds(20) };
        var provider = CreateProvider(Service, Service.Secret, Fast() with { Timeout = TimeSpan.FromMilliseconds(300), Retries = 0 });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync(Record, Stop));
        Assert.Equal(ProviderErrorKind.Timeout, error.Kind);
    }

    [Fact]
    public async Task Who_cancels_while_the_service_thinks_gets_a_cancellation()
    {
        Service.Fault = _ => ServiceAnswer.Json(200, new { }) with { Delay = TimeSpan.FromSeconds(20) };
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().FindZoneAsync(Record, cancel.Token));
    }

    [Fact]
    public async Task Each_request_says_which_program_asks()
    {
        await Create().FindZoneAsync(Record, Stop);
        Assert.All(Service.Requests, request => Assert.StartsWith("MtaStsTools/", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_authoritative_servers_are_those_that_the_service_names()
    {
        var servers = await Create().GetNameServersAsync(Apex, Stop);
        Assert.Equal(["ns1.provider.test", "ns2.provider.test"], servers.Select(server => server.Name));
    }

    [Fact]
    public async Task A_zone_that_is_gone_is_not_found()
    {
        var provider = Create();
        await provider.FindZoneAsync(Record, Stop);
        Service.Zones.Remove(Apex);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ReadTxtAsync(Apex, Record, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
    }

    /// <summary>Of two publishers that change the same records at once one wins and the other gets a conflict, and what is foreign stays.</summary>
    [Fact]
    public async Task Of_two_publishers_at_once_one_wins_200_times()
    {
        const int lanes = 8;
        const int rounds = 25;
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async lane =>
        {
            var zone = $"lane{lane}.test";
            Service.AddZone(zone);
            var publishers = new[] { Create(), Create() };
            for (var round = 0; round < rounds; round++)
                await RaceAsync(publishers, zone, $"_mta-sts.{zone}", isFirst: round % 2 == 0, round);
        }));
    }

    private protected virtual bool IsRead(ServiceRequest request) => request.IsRead || IsSignIn(request);

    /// <summary>A request that only fetches a token.</summary>
    private protected virtual bool IsSignIn(ServiceRequest request) => false;

    private protected IDnsRecordProvider Create() => CreateProvider(Service, Service.Secret, Fast());

    private protected static async Task ApplyAsync(IDnsRecordProvider provider, string remove, string add) =>
        await provider.ApplyAsync(Change(await provider.ReadTxtAsync(Apex, Record, Stop), remove, add), Stop);

    private static HttpApiOptions Fast() => new() { FirstPause = TimeSpan.FromMilliseconds(1), MaxAnswerLength = 100_000 };

    private async Task RaceAsync(IDnsRecordProvider[] publishers, string zone, string name, bool isFirst, int round)
    {
        Service.SetTexts(zone, name, isFirst ? ["foreign"] : ["foreign", Ours]);
        var set = await publishers[0].ReadTxtAsync(zone, name, Stop);
        var outcomes = await Task.WhenAll(publishers.Select((publisher, index) => Task.Run(async () =>
        {
            var text = $"v=STSv1; id=r{round}p{index};";
            try
            {
                await publisher.ApplyAsync(Change(set, isFirst ? null : Ours, text) with { Zone = zone, RecordName = name }, Stop);
                return text;
            }
            catch (DnsProviderException exception) when (exception.Kind == ProviderErrorKind.Conflict)
            {
                return null;
            }
        })));

        var winner = Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Equal(["foreign", winner!], Service.Texts(name).Order(StringComparer.Ordinal));
    }

    private static RecordChange Change(TxtRecordSet set, string? remove, string add) => new()
    {
        Zone = Apex,
        RecordName = set.RecordName,
        Expected = set.Values,
        ExpectedTtl = set.Ttl,
        Remove = remove is null ? [] : [TxtValue.FromText(remove)],
        Add = [TxtValue.FromText(add)],
        Ttl = set.Ttl ?? TimeSpan.FromMinutes(5),
    };

    private async Task<DnsProviderException> FailAsync(Func<IDnsRecordProvider, Task> action)
    {
        if (Service.Texts(Record).Count == 0 && !Service.Records.Exists(record => record.Is(Record, "TXT")))
            Service.SetTexts(Apex, Record, Ours);
        return await Assert.ThrowsAsync<DnsProviderException>(() => action(Create()));
    }

    private void AssertHarmless(DnsProviderException error)
    {
        var shown = $"{error}{error.Detail}{error.Remedy}";
        Assert.DoesNotContain(Service.Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', shown);
        Assert.NotEmpty(error.Remedy);
    }
}
