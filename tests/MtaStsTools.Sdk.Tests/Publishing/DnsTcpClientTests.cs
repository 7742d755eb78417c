using MtaStsTools.Publishing;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class DnsTcpClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly WireName Name = WireName.FromText("a.example.com");

    [Theory]
    [InlineData(6, ProviderErrorKind.Conflict, "YXDOMAIN")]
    [InlineData(3, ProviderErrorKind.Conflict, "NXDOMAIN")]
    [InlineData(10, ProviderErrorKind.InvalidRequest, "NOTZONE")]
    [InlineData(12, ProviderErrorKind.Unavailable, "RCODE 12")]
    public async Task Every_rcode_has_an_error_of_its_own(int rcode, ProviderErrorKind kind, string? detail)
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { Rcode = (DnsRcode)rcode }).ToArray());
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = server.Port });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change, Stop));
        Assert.Equal((kind, detail), (error.Kind, error.Detail));
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public async Task An_unsigned_refusal_of_a_signed_request_says_that_it_is_only_a_claim()
    {
        var error = await FailAsync(request => (Answer(request) with { Rcode = DnsRcode.Refused }).ToArray());
        Assert.Equal((ProviderErrorKind.Forbidden, "REFUSED"), (error.Kind, error.Detail));
        Assert.False(error.IsAuthenticated);
        Assert.True(error.MayHaveChanged);
        Assert.Contains("not signed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Badtrunc_is_an_error_of_its_own() =>
        Assert.Equal("BADTRUNC", (await FailAsync((request, key, mac) => Sign(request, key, mac, DnsRcode.BadTrunc))).Detail);

    [Fact]
    public async Task A_right_signature_outside_the_window_is_stale()
    {
        var error = await FailAsync((request, key, mac) => Sign(request, key, mac, time: DateTimeOffset.UtcNow.AddMinutes(-6)));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_mac_cut_below_half_is_refused() =>
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync((request, key, mac) => Sign(request, key, mac, cut: 15))).Kind);

    [Fact]
    public async Task An_answer_to_somebody_elses_request_is_refused()
    {
        // Signed over another request's MAC: a recorded answer played again.
        var error = await FailAsync((request, key, _) => Sign(request, key, new byte[32]));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
    }

    [Fact]
    public async Task An_answer_that_is_none_is_malformed()
    {
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(_ => [])).Kind);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(_ => "HTTP/1.1 400 Bad Request"u8.ToArray())).Kind);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(request => (Answer(request) with { Id = (ushort)(request.Id + 1) }).ToArray())).Kind);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(request => (Answer(request) with { IsResponse = false }).ToArray())).Kind);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(request => (Answer(request) with { Opcode = DnsOpcode.Query }).ToArray())).Kind);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailAsync(request => (Answer(request) with { Question = (Name, DnsRecordType.SOA, DnsClass.IN) }).ToArray())).Kind);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_cannot_be_believed_casts_no_doubt_on_a_change()
    {
        using var key = TsigKey.FromBase64("key.example", Convert.ToBase64String(new byte[32]));
        await using var server = new ScriptedDnsServer(request => Answer(request).ToArray());
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = server.Port, Key = key });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ReadTxtAsync("example.com", "_mta-sts.example.com", Stop));
        Assert.Equal((ProviderErrorKind.MalformedAnswer, false), (error.Kind, error.MayHaveChanged));
        Assert.DoesNotContain("change", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_names_the_zone_that_is_elsewhere()
    {
        var child = WireName.FromText("example.com");
        await using var server = new ScriptedDnsServer(request => (Answer(request) with
        {
            Authority = [new DnsRecord(child, DnsRecordType.NS, DnsClass.IN, 60, WireName.FromText("ns.elsewhere.example").Octets.ToArray())],
        }).ToArray());
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = server.Port });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync("_mta-sts.example.com", Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains("delegated example.com", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_any_zone_of_the_name_is_told()
    {
        await using var server = new ScriptedDnsServer(request => (Answer(request) with { IsAuthoritative = true, Rcode = DnsRcode.NXDomain }).ToArray());
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = server.Port });
        Assert.Equal(ProviderErrorKind.NotFound, (await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync("_mta-sts.example.com", Stop))).Kind);
    }

    private static Task<DnsProviderException> FailAsync(Func<DnsMessage, byte[]> answer) => FailAsync((request, _, _) => answer(request));

    private static async Task<DnsProviderException> FailAsync(Func<DnsMessage, TsigKey, byte[], byte[]> answer)
    {
        using var key = TsigKey.FromBase64("key.example", Convert.ToBase64String(new byte[32]));
        await using var server = new ScriptedDnsServer(request =>
            TsigRecord.TryParse(request.Additional[^1], out var tsig) ? answer(request, key, tsig.Mac) : []);
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions { Server = "127.0.0.1", Port = server.Port, Key = key });
        return await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change, Stop));
    }

    private static DnsMessage Answer(DnsMessage request) => new() { Id = request.Id, Opcode = request.Opcode, IsResponse = true, Question = request.Question };

    private static byte[] Sign(DnsMessage request, TsigKey key, byte[] requestMac, DnsRcode error = DnsRcode.NoError, DateTimeOffset? time = null, int? cut = null)
    {
        var message = (Answer(request) with { Rcode = error == DnsRcode.NoError ? DnsRcode.NoError : DnsRcode.NotAuth }).ToArray();
        var tsig = new TsigRecord
        {
            KeyName = key.WireName,
            AlgorithmName = WireName.FromText(key.Algorithm.ToName()),
            TimeSigned = (ulong)(time ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds(),
            Fudge = TsigSignature.Fudge,
            OriginalId = request.Id,
            Error = error,
        };
        var mac = TsigSignature.ComputeMac(key, requestMac, message, tsig);
        return TsigSignature.Append(message, tsig with { Mac = mac[..(cut ?? mac.Length)] });
    }

    private static RecordChange Change { get; } = new()
    {
        Zone = "example.com",
        RecordName = "_mta-sts.example.com",
        Add = [TxtValue.FromText("v=STSv1; id=1;")],
        Ttl = TimeSpan.FromHours(1),
    };
}
