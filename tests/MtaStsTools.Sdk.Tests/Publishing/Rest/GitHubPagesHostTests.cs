using System.Text;
using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Hosts;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class GitHubPagesHostTests : RestHostContract
{
    private const string Domain = "example.com";
    private const string Policy = ".well-known/mta-sts.txt";

    private readonly GitHubDouble _service = new();

    private protected override ServiceDouble Service => _service;

    private protected override string Secret => _service.Secret;

    [Fact]
    public async Task What_the_site_needs_is_added_with_the_first_policy_and_left_alone_afterwards()
    {
        var test = await CreateAsync(null);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal("mta-sts.example.com\n", Encoding.UTF8.GetString(_service.Read("CNAME")!));
        Assert.Empty(_service.Read(".nojekyll")!);
        Assert.Equal(["Name the policy host", "Let the site have folders that begin with a dot", "Publish the MTA-STS policy of example.com"], _service.Commits);

        _service.Write(".nojekyll", Octets("theirs"));
        await test.Host.ApplyAsync(await ChangeAsync(test, Old), Stop);
        await test.Host.ApplyAsync(await ChangeAsync(test, null), Stop);

        Assert.Equal("theirs", Encoding.UTF8.GetString(_service.Read(".nojekyll")!));
        Assert.NotNull(_service.Read("CNAME"));
        Assert.Equal(5, _service.Commits.Count);
    }

    [Theory]
    [InlineData("mta-sts.other.example\n")]
    [InlineData("www.example.com")]
    [InlineData("\u001B[2J")]
    public async Task A_site_of_another_name_is_left_alone(string name)
    {
        _service.Write("CNAME", Octets(name));
        var host = CreateHost(Secret, Fast());
        var expected = new StoredPolicy { Domain = Domain, Location = "" };
        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop)),
            await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(new PolicyFileChange { Expected = expected, Body = Octets(New) }, Stop)),
        })
        {
            Assert.Equal((ProviderErrorKind.InvalidRequest, false), (error.Kind, error.MayHaveChanged));
            Assert.DoesNotContain('\u001B', error.Message);
        }

        Assert.Null(_service.Read(Policy));
    }

    [Theory]
    [InlineData("MTA-STS.Example.COM")]
    [InlineData("mta-sts.example.com.\r\n")]
    public async Task The_name_of_the_site_may_be_written_in_any_way(string name)
    {
        var test = await CreateAsync(Old);
        _service.Write("CNAME", Octets(name));
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(name, Encoding.UTF8.GetString(_service.Read("CNAME")!));
    }

    [Fact]
    public async Task A_folder_has_all_that_the_site_needs()
    {
        var host = new GitHubPagesHost(Options(Secret, Fast()) with { Folder = "docs" });
        await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync(Domain, Stop), Body = Octets(New) }, Stop);
        Assert.Equal(["docs/.nojekyll", "docs/.well-known/mta-sts.txt", "docs/CNAME"], _service.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_repository_that_cannot_be_seen_is_not_found()
    {
        var host = new GitHubPagesHost(Options(Secret, Fast()) with { Repository = "elsewhere" });
        Assert.Equal(ProviderErrorKind.NotFound, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop))).Kind);
    }

    [Fact]
    public async Task A_limit_of_requests_is_told_although_the_service_says_403()
    {
        var test = await CreateAsync(Old);
        _service.Fault = _ => ServiceAnswer.Json(403, new { message = "You have exceeded a secondary rate limit." });
        Assert.Equal(ProviderErrorKind.RateLimited, (await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync(Domain, Stop))).Kind);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":"dir"}""")]
    [InlineData("""{"type":"file","encoding":"none","content":"","sha":"1"}""")]
    [InlineData("""{"type":"file","encoding":"base64","content":"$$$","sha":"1"}""")]
    [InlineData("""{"type":"file","encoding":"base64","content":""}""")]
    public async Task Anything_but_the_documented_answer_is_no_answer(string body)
    {
        _service.Fault = _ => ServiceAnswer.Text(200, body);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await Assert.ThrowsAsync<PolicyHostException>(() => CreateHost(Secret, Fast()).ReadAsync(Domain, Stop))).Kind);
    }

    [Theory]
    [InlineData("a/b", "c", "")]
    [InlineData("a", "..", "")]
    [InlineData("", "c", "")]
    [InlineData("a", "c", "x/../y")]
    public void A_place_that_cannot_be_is_refused(string owner, string repository, string folder) =>
        Assert.Throws<ArgumentException>(() => new GitHubPagesHost(Options(Secret, Fast()) with { Owner = owner, Repository = repository, Folder = folder }));

    [Fact]
    public async Task Senders_are_led_to_the_accounts_site() => Assert.Equal("mail-team.github.io", (await CreateAsync(null)).Host.GetTarget(Domain));

    protected override Task<HostUnderTest> CreateAsync(string? body)
    {
        if (body is not null)
            _service.Write("CNAME", Octets("mta-sts.example.com\n"));
        _service.Write(Policy, body is null ? null : Octets(body));
        return Task.FromResult(new HostUnderTest
        {
            Host = CreateHost(Secret, Fast()),
            Domain = Domain,
            ReadAsync = _ => Task.FromResult(_service.Read(Policy)),
            WriteAsync = (_, octets) => Task.Run(() => _service.Write(Policy, octets)),
        });
    }

    private protected override IPolicyHost CreateHost(string secret, HttpApiOptions api) => new GitHubPagesHost(Options(secret, api));

    private GitHubPagesHostOptions Options(string secret, HttpApiOptions api) => new()
    {
        Owner = GitHubDouble.Owner,
        Repository = GitHubDouble.Repository,
        Token = ProviderSecret.FromText(secret),
        Endpoint = _service.Endpoint,
        Api = api,
    };
}
