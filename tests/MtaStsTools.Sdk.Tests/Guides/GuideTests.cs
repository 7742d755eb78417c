using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using MtaStsTools.Conversion;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Architecture;
using MtaStsTools.Sdk.Tests.Observation;
using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Guides;

/// <summary>The code of the guides is compiled and run: each of their blocks is a region here, or a whole file beside.</summary>
public sealed partial class GuideTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private static readonly string Root = SourceFile.FindRoot();

    [Fact]
    public void Parse_and_compose()
    {
        #region parse
        if (!MtaStsPolicy.TryParse("version: STSv1\nmode: enforced\nmx: *.example.net\nmax_age: 604800\n", out var policy, out var findings))
        {
            foreach (var finding in findings)
                Console.WriteLine($"{finding} {finding.Remedy}");
        }
        #endregion

        Assert.Equal("MTASTS1022", Assert.Single(findings).Id);
        Assert.NotNull(policy);

        #region compose
        var composed = new MtaStsPolicy { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com", "*.example.net"] };
        string text = composed.ToString();
        bool covered = composed.Covers("mx1.example.net");
        #endregion

        Assert.True(covered);
        Assert.Equal(composed, MtaStsPolicy.Parse(text));
    }

    [Fact]
    public void Json()
    {
        var policy = PublishingLab.Policy;

        #region json
        var options = new JsonSerializerOptions().AddMtaStsConverters();
        string json = JsonSerializer.Serialize(policy, options);
        #endregion

        Assert.Equal(policy, JsonSerializer.Deserialize<MtaStsPolicy>(json, options));
    }

    [Fact]
    public void Configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream("""
            { "Policies": { "example.com": { "Mode": "enforce", "MaxAge": "7d", "Mx": ["mail.example.com", "*.example.net"] } } }
            """u8.ToArray())).Build();

        #region configuration
        var settings = configuration.GetSection("Policies").Get<Dictionary<string, MtaStsPolicySettings>>() ?? [];
        var policies = settings.ToDictionary(item => item.Key, item => item.Value.ToPolicy());
        #endregion

        Assert.Equal(2, policies["example.com"].Mx.Count);
    }

    [Fact]
    public async Task Routes()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();

        #region routes
        app.MapGet("/check", (ParsedText<MtaStsPolicy> text) =>
            text.Value is { } policy ? Results.Text(policy.ToString()) : Results.ValidationProblem(text.Errors));
        #endregion

        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var answer = await client.GetAsync(new Uri(app.Urls.First() + "/check?text=mode:%20none"), TestContext.Current.CancellationToken);
        Assert.Contains("MTASTS1010", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observe_and_assess()
    {
        var (domain, options, cancellationToken) = (fixture.Lab.Scenario("publish-new").Domain, fixture.Options, TestContext.Current.CancellationToken);

        #region observe
        using var observer = new DomainObserver(options);
        DomainObservation observation = await observer.ObserveAsync(domain, cancellationToken);
        DomainReport report = DomainAssessor.Assess(observation);
        Console.WriteLine($"{report.Domain}: {report.Verdict}, under enforce mail flows: {report.MailFlowsUnderEnforce}");
        #endregion

        #region keep
        string kept = ReportJson.Serialize(observation);
        DomainReport again = DomainAssessor.Assess(ReportJson.DeserializeObservation(kept));
        #endregion

        Assert.Equal(report.Verdict, again.Verdict);
    }

    [Fact]
    public async Task Publish()
    {
        var (domain, cancellationToken) = (fixture.Lab.Scenario("publish-new").Domain, TestContext.Current.CancellationToken);
        using var key = fixture.Lab.UpdateKey.ToKey();
        var provider = new DynamicUpdateProvider(fixture.Lab.Options(key));
        var options = fixture.Lab.ReadBack();
        var report = DomainAssessor.Assess(await fixture.ObserveAsync("publish-new"));

        #region publish
        var publisher = new MtaStsRecordPublisher(provider, options);
        ChangePlan plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Policy = report.Policy, Report = report }, cancellationToken: cancellationToken);
        Console.WriteLine(plan);
        if (!plan.IsRefused)
            await publisher.ApplyAsync(plan, cancellationToken: cancellationToken);
        #endregion

        Assert.Single(fixture.Lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task Own_provider()
    {
        var zone = new Dictionary<string, TxtRecordSet>(StringComparer.OrdinalIgnoreCase);
        var publisher = new MtaStsRecordPublisher(new DictionaryProvider("example.com", zone), new MtaStsRecordPublisherOptions { ReadBackTimeLimit = TimeSpan.Zero });
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = "example.com", Id = "20260131" }, cancellationToken: TestContext.Current.CancellationToken);
        await publisher.ApplyAsync(plan, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("v=STSv1; id=20260131;", Assert.Single(zone["_mta-sts.example.com"].Values).Text);
    }

    [Fact]
    public async Task Own_resolver()
    {
        var resolver = new HostsResolver(new Dictionary<string, IPAddress>(StringComparer.OrdinalIgnoreCase) { ["mta-sts.example.com"] = IPAddress.Loopback });
        using var observer = new DomainObserver(fixture.Options with { SkipSmtp = true, HttpsPort = 1 }, resolver);
        var observation = await observer.ObserveAsync("example.com", TestContext.Current.CancellationToken);
        Assert.Equal("127.0.0.1", Assert.Single(observation.PolicyHost.Addresses.Addresses).Address);
    }

    public static TheoryData<string> Guides =>
        [.. Directory.GetFiles(Path.Combine(Root, "docs", "guides"), "*.md").Append(Path.Combine(Root, "src", "README.md")).Select(path => Path.GetRelativePath(Root, path))];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_block_of_a_guide_is_code_that_runs_here(string guide)
    {
        var sources = new[] { "Sdk", "AspNetCore" }.SelectMany(name => Directory.GetFiles(Path.Combine(Root, "tests", $"MtaStsTools.{name}.Tests", "Guides"), "*.cs")).Select(path => Squeezed(File.ReadAllText(path))).ToList();
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(Root, guide))).Select(match => match.Groups["code"].Value).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(sources.Exists(source => source.Contains(Squeezed(block), StringComparison.Ordinal)), $"This code of {guide} is in no test of Guides:\n{block}"));
    }

    /// <summary>Without the indentation, which a guide does not have.</summary>
    private static string Squeezed(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
