using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MtaStsTools.AspNetCore.Health;
using MtaStsTools.Hosting;
using MtaStsTools.Publishing;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests.Guides;

/// <summary>The code of the guide to serving, compiled and run.</summary>
public sealed class ServeGuideTests
{
    [Fact]
    public async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MtaSts:Domains:example.net:Mode"] = "testing",
            ["MtaSts:Domains:example.net:MaxAge"] = "7d",
            ["MtaSts:Domains:example.net:Mx:0"] = "mail.example.net",
        });

        #region add
        builder.Services.AddMtaSts(options =>
            options.Domains["example.com"] = new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(28), Mx = ["mail.example.com"] });
        builder.Services.AddMtaSts(builder.Configuration.GetSection("MtaSts"));
        #endregion

        #region health
        builder.Services.AddHealthChecks().AddMtaSts();
        #endregion

        #region map
        await using var app = builder.Build();
        app.MapMtaSts();
        #endregion

        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        foreach (var domain in new[] { "example.com", "example.net" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Urls.First() + "/.well-known/mta-sts.txt"));
            request.Headers.Host = "mta-sts." + domain;
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public void Client()
    {
        var services = new ServiceCollection();

        #region client
        services.AddMtaStsClient(options => options.Observation = options.Observation with { SkipSmtp = true });
        #endregion

        using var container = services.BuildServiceProvider();
        Assert.NotNull(container.GetRequiredService<DomainScanner>());
        Assert.NotNull(container.GetRequiredService<IDomainReporter>());
    }
}
