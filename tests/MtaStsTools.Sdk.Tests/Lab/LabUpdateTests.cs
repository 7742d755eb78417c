using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using ARSoft.Tools.Net.Dns.DynamicUpdate;
using MtaStsTools.Lab;
using Xunit;
using IndependentDnsClient = ARSoft.Tools.Net.Dns.DnsClient;

namespace MtaStsTools.Sdk.Tests.Lab;

// Inside the namespace, for ours of the same name comes first outside it.
using DomainName = ARSoft.Tools.Net.DomainName;

/// <summary>
/// Dynamic updates (RFC 2136) and TSIG (RFC 8945) of the lab against another implementation of both. hmac-sha384 is left to
/// the tests with BIND: this implementation takes its MAC for 32 octets long.
/// </summary>
public sealed class LabUpdateTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private readonly MtaStsLab _lab = fixture.Lab;

    [Theory]
    [InlineData(TSigAlgorithm.Sha1)]
    [InlineData(TSigAlgorithm.Sha256)]
    [InlineData(TSigAlgorithm.Sha512)]
    public async Task A_signed_update_is_carried_out_and_answered_signed(TSigAlgorithm algorithm)
    {
        var key = KeyFor(algorithm);
        var domain = Fresh(algorithm.ToString());
        var answer = await SendAsync(domain, key, algorithm, Add(domain, "v=STSv1; id=new1;"));
        Assert.Equal((ReturnCode.NoError, ReturnCode.NoError), (answer.TSigOptions?.Error, answer.TSigOptions?.ValidationResult));
        Assert.Equal(["v=STSv1; id=new1;"], _lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task Prerequisites_are_evaluated_against_the_zone()
    {
        var domain = Fresh("prerequisites");
        var owner = DomainName.Parse($"_mta-sts.{domain}");
        _lab.SetTxt(domain, "_mta-sts", "one", "two");

        async Task<ReturnCode> WithAsync(params PrequisiteBase[] prerequisites) => (await SendAsync(
            domain, _lab.UpdateKey, TSigAlgorithm.Sha256, Add(domain, "three"), prerequisites)).ReturnCode;

        Assert.Equal(ReturnCode.YXRRSet, await WithAsync(new RecordNotExistsPrequisite(owner, RecordType.Txt)));
        Assert.Equal(ReturnCode.YXDomain, await WithAsync(new NameIsNotInUsePrequisite(owner)));
        Assert.Equal(ReturnCode.NxDomain, await WithAsync(new NameIsInUsePrequisite(DomainName.Parse($"gone.{domain}"))));
        Assert.Equal(ReturnCode.NXRRSet, await WithAsync(new RecordExistsValueDependantPrequisite(new TxtRecord(owner, 0, "one"))));
        Assert.Equal(["one", "two"], _lab.Txt(domain, "_mta-sts"));
        Assert.Equal(ReturnCode.NoError, await WithAsync(
            new RecordExistsValueDependantPrequisite(new TxtRecord(owner, 0, "one")),
            new RecordExistsValueDependantPrequisite(new TxtRecord(owner, 0, "two"))));
        Assert.Equal(["one", "two", "three"], _lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task A_wrong_key_or_secret_changes_nothing()
    {
        var domain = Fresh("keys");
        var stranger = _lab.UpdateKey with { Name = "stranger" };
        var forger = _lab.UpdateKey with { SecretBase64 = _lab.Sha384Key.SecretBase64 };
        var unknown = await SendAsync(domain, stranger, TSigAlgorithm.Sha256, Add(domain, "x"));
        var forged = await SendAsync(domain, forger, TSigAlgorithm.Sha256, Add(domain, "x"));
        Assert.Equal((ReturnCode.NotAuthoritive, ReturnCode.BadKey), (unknown.ReturnCode, unknown.TSigOptions!.Error));
        Assert.Equal((ReturnCode.NotAuthoritive, ReturnCode.BadSig), (forged.ReturnCode, forged.TSigOptions!.Error));
        Assert.Empty(_lab.Txt(domain, "_mta-sts"));
    }

    [Theory]
    [InlineData("refused-update", ReturnCode.Refused)]
    [InlineData("notauth-update", ReturnCode.NotAuthoritive)]
    [InlineData("notzone-update", ReturnCode.NotZone)]
    [InlineData("nxrrset-update", ReturnCode.NXRRSet)]
    [InlineData("badtime-update", ReturnCode.NotAuthoritive)]
    public async Task Faulty_zones_answer_with_their_rcode(string scenario, ReturnCode expected)
    {
        var domain = _lab.Scenario(scenario).Domain;
        var answer = await SendAsync(domain, _lab.UpdateKey, TSigAlgorithm.Sha256, Add(domain, "x"));
        Assert.Equal(expected, answer.ReturnCode);
    }

    [Fact]
    public async Task A_second_name_server_lags_behind()
    {
        var domain = _lab.Scenario("lagging-server").Domain;
        _lab.SetLag(domain, TimeSpan.FromHours(1));
        _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=fresh;");
        Assert.Equal("v=STSv1; id=fresh;", await ReadAsync(_lab.DnsEndPoint.Address, domain));
        Assert.Equal("v=STSv1; id=20260101T000000;", await ReadAsync(IPAddress.Parse("127.0.0.2"), domain));
        _lab.SetLag(domain, TimeSpan.Zero);
        Assert.Equal("v=STSv1; id=fresh;", await ReadAsync(IPAddress.Parse("127.0.0.2"), domain));
    }

    private LabTsigKey KeyFor(TSigAlgorithm algorithm) => algorithm switch
    {
        TSigAlgorithm.Sha1 => _lab.Sha1Key,
        TSigAlgorithm.Sha512 => _lab.Sha512Key,
        _ => _lab.UpdateKey,
    };

    private string Fresh(string name) =>
        _lab.Add(new LabScenario($"update-{name}", $"update-{name}.test", "For one test.")).Domain;

    private static AddRecordUpdate Add(string domain, string text) =>
        new(new TxtRecord(DomainName.Parse($"_mta-sts.{domain}"), 300, text));

    private async Task<DnsUpdateMessage> SendAsync(
        string domain, LabTsigKey key, TSigAlgorithm algorithm, UpdateBase update, params PrequisiteBase[] prerequisites)
    {
        var message = new DnsUpdateMessage { ZoneName = DomainName.Parse(domain) };
        message.Prequisites.AddRange(prerequisites);
        message.Updates.Add(update);
        message.TSigOptions = new TSigRecord(
            DomainName.Parse(key.Name), algorithm, TimeProvider.System.GetLocalNow().DateTime, TimeSpan.FromMinutes(5),
            message.TransactionID, ReturnCode.NoError, null, Convert.FromBase64String(key.SecretBase64));
        using var client = Client(_lab.DnsEndPoint.Address);
        var answer = await client.SendUpdateAsync(message, TestContext.Current.CancellationToken);
        return Assert.IsType<DnsUpdateMessage>(answer);
    }

    private async Task<string> ReadAsync(IPAddress server, string domain)
    {
        using var client = Client(server);
        var answer = await client.ResolveAsync(
            DomainName.Parse($"_mta-sts.{domain}"), RecordType.Txt, token: TestContext.Current.CancellationToken);
        return Assert.IsType<TxtRecord>(Assert.Single(answer!.AnswerRecords)).TextData;
    }

    private IndependentDnsClient Client(IPAddress server) =>
        new([server], [new TcpClientTransport(_lab.DnsEndPoint.Port)], disposeTransport: true, 5000);
}
