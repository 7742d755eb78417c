using System.Text;
using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Hosts;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Hosts.CloudflareWorker;
using MtaStsTools.Publishing.Http;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class CloudflareWorkerHostTests : RestHostContract
{
    private const string Domain = "example.com";
    private const string Worker = "mta-sts";

    private readonly CloudflareWorkerDouble _service = new();

    public CloudflareWorkerHostTests()
    {
        _service.Zones.Add(Domain);
        _service.Zones.Add("other.example");
    }

    private protected override ServiceDouble Service => _service;

    private protected override string Secret => _service.Secret;

    [Fact]
    public async Task The_policy_host_becomes_a_domain_of_the_worker_once()
    {
        var test = await CreateAsync(null);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(Worker, _service.Domains["mta-sts.example.com"]);
        await test.Host.ApplyAsync(await ChangeAsync(test, Old), Stop);
        Assert.Single(_service.Requests, request => request is { Method: "PUT", Path: [.., "domains"] });
    }

    [Fact]
    public async Task A_domain_below_a_zone_is_found_in_it()
    {
        var host = CreateHost(Secret, Fast());
        await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync("mail.eu.example.com", Stop), Body = Octets(New) }, Stop);
        Assert.True(_service.Domains.ContainsKey("mta-sts.mail.eu.example.com"));
    }

    [Fact]
    public async Task A_domain_whose_zone_is_elsewhere_is_told_and_so_is_one_of_another_worker()
    {
        var host = CreateHost(Secret, Fast());
        _service.Domains["mta-sts.example.com"] = "another-worker";
        foreach (var (domain, kind) in new[] { ("elsewhere.example", ProviderErrorKind.NotFound), (Domain, ProviderErrorKind.InvalidRequest) })
        {
            var change = new PolicyFileChange { Expected = await host.ReadAsync(domain, Stop), Body = Octets(New) };
            var error = await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(change, Stop));
            Assert.Equal((kind, true), (error.Kind, error.MayHaveChanged));
            Assert.Contains("not served", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_script_that_is_none_of_ours_is_left_alone()
    {
        _service.Write(Worker, "export default { fetch() { return new Response('shop'); } };");
        var host = CreateHost(Secret, Fast());
        var change = new PolicyFileChange { Expected = new StoredPolicy { Domain = Domain, Location = "" }, Body = Octets(New) };
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop))).Kind);
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(change, Stop))).Kind);
        Assert.Contains("shop", _service.Read(Worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_no_text_cannot_be_held_by_a_script()
    {
        var test = await CreateAsync(null);
        var change = (await ChangeAsync(test, New)) with { Body = new byte[] { 0xFF, 0xFE } };
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ApplyAsync(change, Stop))).Kind);
        Assert.Null(await ReadAsync(test));
    }

    [Theory]
    [InlineData("0123", "mta-sts")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", "mta-sts")]
    [InlineData(CloudflareWorkerDouble.Account, "a/b")]
    [InlineData(CloudflareWorkerDouble.Account, "")]
    public void What_cannot_be_is_refused(string account, string worker) =>
        Assert.Throws<ArgumentException>(() => new CloudflareWorkerHost(Options(Secret, Fast()) with { AccountId = account, ScriptName = worker }));

    protected override Task<HostUnderTest> CreateAsync(string? body)
    {
        Write(Domain, body is null ? null : Octets(body));
        return Task.FromResult(new HostUnderTest
        {
            Host = CreateHost(Secret, Fast()),
            Domain = Domain,
            OtherDomain = "other.example",
            ReadAsync = domain => Task.FromResult(Policies().TryGetValue("mta-sts." + domain, out var text) ? Octets(text) : null),
            WriteAsync = (domain, octets) => Task.Run(() => Write(domain, octets)),
        });
    }

    private protected override IPolicyHost CreateHost(string secret, HttpApiOptions api) => new CloudflareWorkerHost(Options(secret, api));

    private CloudflareWorkerHostOptions Options(string secret, HttpApiOptions api) => new()
    {
        AccountId = CloudflareWorkerDouble.Account,
        ApiToken = ProviderSecret.FromText(secret),
        Endpoint = _service.Endpoint,
        Api = api,
        SettlingTime = TimeSpan.FromMilliseconds(100),
    };

    private Dictionary<string, string> Policies() => _service.Read(Worker) is { } script
        ? WorkerScript.TryRead(script)!.ToDictionary(policy => policy.Key, policy => policy.Value, StringComparer.OrdinalIgnoreCase)
        : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    private void Write(string domain, byte[]? octets)
    {
        var policies = Policies();
        policies.Remove("mta-sts." + domain);
        if (octets is not null)
            policies["mta-sts." + domain] = Encoding.UTF8.GetString(octets);
        _service.Write(Worker, WorkerScript.Create(policies));
    }
}
