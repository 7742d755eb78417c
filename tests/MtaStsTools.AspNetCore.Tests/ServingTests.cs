using System.Net;
using MtaStsTools.AspNetCore.Policies;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>What a sender gets, over a real socket.</summary>
public sealed class ServingTests
{
    private static readonly MtaStsPolicy Other = new() { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(1), Mx = ["mx.muenchen.test"] };

    private static Task<ServedApplication> StartAsync() => ServedApplication.StartAsync(("Example.COM", ServedApplication.Policy), ("münchen.test", Other));

    [Theory]
    [InlineData("mta-sts.example.com")]
    [InlineData("mta-sts.example.com:8443")]
    [InlineData("MTA-STS.Example.com")]
    [InlineData("mta-sts.example.com.")]
    [InlineData("mta-sts.example.com.:443")]
    public async Task The_host_header_chooses_the_policy(string host)
    {
        await using var application = await StartAsync();
        using var answer = await application.SendAsync(host);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(ServedApplication.Policy.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("nosniff", true), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl!.NoCache));
    }

    [Fact]
    public async Task A_domain_in_its_own_script_is_served_at_its_A_labels()
    {
        await using var application = await StartAsync();
        using var answer = await application.SendAsync("mta-sts.xn--mnchen-3ya.test");
        Assert.Equal(Other.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("example.com", "/.well-known/mta-sts.txt")]
    [InlineData("mta-sts.example.org", "/.well-known/mta-sts.txt")]
    [InlineData("a.mta-sts.example.com", "/.well-known/mta-sts.txt")]
    [InlineData("mta-sts.example.com", "/")]
    [InlineData("mta-sts.example.com", "/.well-known/")]
    [InlineData("mta-sts.example.com", "/.well-known/MTA-STS.txt")]
    [InlineData("mta-sts.example.com", "/.well-known/mta-sts.txt/")]
    [InlineData("mta-sts.example.com", "/mta-sts.txt")]
    public async Task Nothing_else_is_served(string host, string path)
    {
        await using var application = await StartAsync();
        using var answer = await application.SendAsync(host, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        await using var application = await StartAsync();
        using var answer = await application.SendAsync("mta-sts.example.com", method: "HEAD");
        Assert.Equal((HttpStatusCode.OK, (long?)ServedApplication.Policy.ToString().Length), (answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST", "mta-sts.example.com", 405)]
    [InlineData("DELETE", "mta-sts.example.com", 405)]
    [InlineData("OPTIONS", "mta-sts.example.com", 405)]
    [InlineData("POST", "www.example.com", 404)]
    public async Task Other_methods_are_refused_where_there_is_a_policy(string method, string host, int status)
    {
        await using var application = await StartAsync();
        using var answer = await application.SendAsync(host, method: method);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 405 ? ["GET", "HEAD"] : [], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Who_has_the_policy_already_is_told_so()
    {
        await using var application = await StartAsync();
        using var first = await application.SendAsync("mta-sts.example.com");
        var tag = first.Headers.ETag!.ToString();
        foreach (var (header, status) in new[] { (tag, 304), ("W/" + tag, 304), ($"\"other\", {tag}", 304), ("*", 304), ("\"other\"", 200), (tag.Trim('"'), 200) })
        {
            using var answer = await application.SendAsync("mta-sts.example.com", ifNoneMatch: header);
            Assert.Equal((header, status, tag), (header, (int)answer.StatusCode, answer.Headers.ETag!.ToString()));
        }

        using var other = await application.SendAsync("mta-sts.xn--mnchen-3ya.test", ifNoneMatch: tag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public void To_find_a_policy_allocates_nothing()
    {
        var table = new PolicyTable([.. Enumerable.Range(0, 3_000).Select(i => new ServedPolicy(DomainName.Parse($"example-{i}.test"), ServedApplication.Policy))]);
        Assert.Equal("example-7.test", table.Find("mta-sts.example-7.test")!.Domain);
        Assert.Null(table.Find("mta-sts.example-3000.test"));
        Assert.NotNull(table.Find("MTA-STS.example-8.test.:443"));
        Assert.Equal([0, 0, 0], new[] { "MTA-STS.example-8.test.:443", "mta-sts.example-8.test", "mta-sts.example.org" }.Select(host =>
        {
            table.Find(host);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10_000; i++)
                table.Find(host);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Theory]
    [InlineData("mta-sts.MÜNCHEN.test", true)]
    [InlineData("mta-sts.münchen.test:99999", true)]
    [InlineData("mta-sts.münchen.test:1a", false)]
    [InlineData("[::1]:443", false)]
    [InlineData("mta-sts.münchen..test", false)]
    [InlineData("mta-sts.münchen.test..", false)]
    [InlineData(":", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_host_header_can_be_in_U_labels_or_nonsense(string? host, bool isFound) =>
        Assert.Equal(isFound, new PolicyTable([new ServedPolicy(DomainName.Parse("münchen.test"), Other)]).Find(host) is not null);

    [Fact]
    public void A_header_beyond_all_names_is_not_looked_at() =>
        Assert.Null(new PolicyTable([new ServedPolicy(DomainName.Parse("example.com"), Other)]).Find(new string('ü', 100_000)));
}
