using MtaStsTools.Publishing;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class DynamicUpdateProviderTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly MtaStsLab _lab = fixture.Lab;

    [Theory]
    [InlineData("refused-update", ProviderErrorKind.Forbidden, "REFUSED")]
    [InlineData("notauth-update", ProviderErrorKind.NotFound, "NOTAUTH")]
    [InlineData("notzone-update", ProviderErrorKind.InvalidRequest, "NOTZONE")]
    [InlineData("servfail-update", ProviderErrorKind.Unavailable, "SERVFAIL")]
    [InlineData("notimp-update", ProviderErrorKind.InvalidRequest, "NOTIMP")]
    [InlineData("formerr-update", ProviderErrorKind.InvalidRequest, "FORMERR")]
    [InlineData("yxrrset-update", ProviderErrorKind.Conflict, "YXRRSET")]
    [InlineData("nxrrset-update", ProviderErrorKind.Conflict, "NXRRSET")]
    [InlineData("badtime-update", ProviderErrorKind.Unauthorized, "BADTIME")]
    public async Task Every_refusal_is_an_error_of_its_own_that_the_server_signed(string scenario, ProviderErrorKind kind, string? detail)
    {
        var error = await FailAsync(scenario);
        Assert.Equal((kind, detail), (error.Kind, error.Detail));
        Assert.True(error.IsAuthenticated);
        Assert.False(error.MayHaveChanged);
        Assert.NotEmpty(error.Remedy);
        Assert.Contains(detail!, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"_mta-sts.{scenario}.test", error.Message, StringComparison.Ordinal);
        Assert.Equal(_lab.DnsEndPoint.ToString(), error.Server);
    }

    [Theory]
    [InlineData("spoiled-signature", ProviderErrorKind.MalformedAnswer, null)]
    [InlineData("unsigned-answer", ProviderErrorKind.MalformedAnswer, null)]
    [InlineData("silent-update", ProviderErrorKind.Timeout, null)]
    [InlineData("hangup-update", ProviderErrorKind.Unavailable, null)]
    public async Task An_answer_that_cannot_be_believed_is_never_taken_for_success(string scenario, ProviderErrorKind kind, string? detail)
    {
        var error = await FailAsync(scenario, TimeSpan.FromSeconds(scenario == "silent-update" ? 1 : 10));
        Assert.Equal((kind, detail), (error.Kind, error.Detail));
        Assert.False(error.IsAuthenticated);
        Assert.True(error.MayHaveChanged);
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
        Assert.Contains("Look at the record", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Badtime_tells_both_clocks()
    {
        var error = await FailAsync("badtime-update");
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(error.Message, @"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"));
        Assert.Contains("clock", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TsigAlgorithm.HmacSha1)]
    [InlineData(TsigAlgorithm.HmacSha256)]
    [InlineData(TsigAlgorithm.HmacSha384)]
    [InlineData(TsigAlgorithm.HmacSha512)]
    public async Task Every_algorithm_changes_a_record(TsigAlgorithm algorithm)
    {
        var labKey = algorithm switch
        {
            TsigAlgorithm.HmacSha1 => _lab.Sha1Key,
            TsigAlgorithm.HmacSha384 => _lab.Sha384Key,
            TsigAlgorithm.HmacSha512 => _lab.Sha512Key,
            _ => _lab.UpdateKey,
        };
        using var key = labKey.ToKey(algorithm);
        var domain = _lab.Add(new LabScenario($"provider-{algorithm}", $"provider-{algorithm}.test", "An empty zone.")).Domain;

        await ApplyAsync(new DynamicUpdateProvider(_lab.Options(key)), domain);

        Assert.Equal(["v=STSv1; id=2;"], _lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task An_unknown_key_is_badkey_and_a_wrong_secret_badsig()
    {
        using var unknown = TsigKey.FromBase64("nobody", _lab.UpdateKey.SecretBase64);
        using var otherAlgorithm = _lab.UpdateKey.ToKey(TsigAlgorithm.HmacSha512);
        using var wrongSecret = TsigKey.FromBase64(_lab.UpdateKey.Name, Convert.ToBase64String(new byte[32]));

        Assert.Equal("BADKEY", (await FindFailsAsync(unknown)).Detail);
        Assert.Equal("BADKEY", (await FindFailsAsync(otherAlgorithm)).Detail);
        var error = await FindFailsAsync(wrongSecret);
        Assert.Equal((ProviderErrorKind.Unauthorized, "BADSIG"), (error.Kind, error.Detail));
        Assert.False(error.IsAuthenticated);
        Assert.DoesNotContain(Convert.ToBase64String(new byte[32]), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_record_is_read_and_the_change_refused()
    {
        var provider = new DynamicUpdateProvider(_lab.Options(key: null));
        var set = await provider.ReadTxtAsync("good.test", "_mta-sts.good.test", Stop);
        Assert.True(Assert.Single(set.Values).IsMtaSts);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => ApplyAsync(provider, "good.test"));
        Assert.Equal((ProviderErrorKind.Forbidden, "REFUSED"), (error.Kind, error.Detail));
        Assert.Contains("not signed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deepest_zone_wins()
    {
        using var key = _lab.UpdateKey.ToKey();
        _lab.Add(new LabScenario("deep", "deep.good.test", "A zone below another."));
        var provider = new DynamicUpdateProvider(_lab.Options(key));
        Assert.Equal("deep.good.test", await provider.FindZoneAsync("_mta-sts.deep.good.test", Stop));
        Assert.Equal("good.test", await provider.FindZoneAsync("_mta-sts.shallow.good.test", Stop));
        Assert.Equal("test", await provider.FindZoneAsync("_mta-sts.nothing-of-the-sort.test", Stop));
    }

    [Fact]
    public async Task A_given_zone_is_taken_when_it_is_the_deepest_that_holds_the_name()
    {
        using var key = _lab.UpdateKey.ToKey();
        Assert.Equal(ProviderErrorKind.InvalidRequest, await ErrorOf("test"));
        Assert.Equal("good.test", await new DynamicUpdateProvider(_lab.Options(key) with { Zone = "GOOD.test." }).FindZoneAsync("_mta-sts.good.test", Stop), ignoreCase: true);
        Assert.Equal(ProviderErrorKind.InvalidRequest, await ErrorOf("testing-good.test"));
        Assert.Equal(ProviderErrorKind.NotFound, await ErrorOf("_mta-sts.good.test"));

        async Task<ProviderErrorKind> ErrorOf(string zone) => (await Assert.ThrowsAsync<DnsProviderException>(
            () => new DynamicUpdateProvider(_lab.Options(key) with { Zone = zone }).FindZoneAsync("_mta-sts.good.test", Stop))).Kind;
    }

    [Theory]
    [InlineData(DnsFault.ServFail, ProviderErrorKind.Unavailable, "SERVFAIL")]
    [InlineData(DnsFault.Refused, ProviderErrorKind.Forbidden, "REFUSED")]
    public async Task A_failure_to_read_is_never_taken_for_an_empty_name(DnsFault fault, ProviderErrorKind kind, string? detail)
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = _lab.Add(new LabScenario($"unreadable-{fault}", $"unreadable-{fault}.test", "Reading fails.")
        {
            DnsFaults = [new LabDnsFault("_mta-sts", fault, DnsType.Txt)],
        }).Domain;
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => new DynamicUpdateProvider(_lab.Options(key)).ReadTxtAsync(domain, $"_mta-sts.{domain}", Stop));
        Assert.Equal((kind, detail), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task A_refused_question_is_not_blamed_on_the_update_policy()
    {
        var domain = _lab.Add(new LabScenario("unreadable-zone", "unreadable-zone.test", "Nothing can be asked.")
        {
            DnsFaults = [new LabDnsFault("_mta-sts", DnsFault.Refused)],
        }).Domain;
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => new DynamicUpdateProvider(_lab.Options(key: null)).FindZoneAsync($"_mta-sts.{domain}", Stop));
        Assert.Equal((ProviderErrorKind.Forbidden, "REFUSED"), (error.Kind, error.Detail));
        Assert.Contains("primary server", error.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("update-policy", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_may_be_given_by_name()
    {
        var provider = new DynamicUpdateProvider(_lab.Options(key: null) with { Server = "localhost" });
        Assert.Equal("good.test", await provider.FindZoneAsync("_mta-sts.good.test", Stop));
    }

    [Fact]
    public async Task Values_come_octet_for_octet_with_their_time_to_live()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = _lab.Add(new LabScenario("octets", "octets.test", "TXT with several strings and octets beyond ASCII.")
        {
            Records = [LabRecord.Txt("_mta-sts", "v=STSv1;", " id=1;", "") with { Ttl = 77 }, LabRecord.Txt("_mta-sts", "\u00FF\u0000\u001B") with { Ttl = 77 }],
        }).Domain;
        var set = await new DynamicUpdateProvider(_lab.Options(key)).ReadTxtAsync(domain, $"_mta-sts.{domain}", Stop);
        Assert.Equal(TimeSpan.FromSeconds(77), set.Ttl);
        Assert.Equal(["v=STSv1; id=1;", "\u00FF\u0000\u001B"], set.Values.Select(value => value.Text), StringComparer.Ordinal);
        Assert.Equal([8, .. "v=STSv1;"u8, 6, .. " id=1;"u8, 0], set.Values[0].Rdata.ToArray());
        Assert.DoesNotContain('\u001B', set.Values[1].ToString());
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_failed_connection()
    {
        using var free = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        free.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)free.LocalEndPoint!).Port;
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = port });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync("a.test", Stop));
        Assert.Equal((ProviderErrorKind.Unavailable, false), (error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task Cancellation_is_cancellation_and_no_timeout()
    {
        using var key = _lab.UpdateKey.ToKey();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));
        var provider = new DynamicUpdateProvider(_lab.Options(key));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyAsync(provider, "silent-update.test", cancel.Token));
    }

    private async Task<DnsProviderException> FailAsync(string scenario, TimeSpan? timeout = null)
    {
        using var key = _lab.UpdateKey.ToKey();
        var provider = new DynamicUpdateProvider(_lab.Options(key) with { Timeout = timeout ?? TimeSpan.FromSeconds(10) });
        return await Assert.ThrowsAsync<DnsProviderException>(() => ApplyAsync(provider, $"{scenario}.test"));
    }

    private async Task<DnsProviderException> FindFailsAsync(TsigKey key) =>
        await Assert.ThrowsAsync<DnsProviderException>(() => new DynamicUpdateProvider(_lab.Options(key)).FindZoneAsync("_mta-sts.good.test", Stop));

    private static async Task ApplyAsync(DynamicUpdateProvider provider, string domain, CancellationToken? cancellationToken = null)
    {
        var stop = cancellationToken ?? Stop;
        var plan = await new MtaStsRecordPublisher(provider).PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: stop);
        await provider.ApplyAsync(plan.Only().Change, stop);
    }
}
