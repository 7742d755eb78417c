using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>A real Kestrel on loopback that serves policies, and a client for it.</summary>
internal sealed class ServedApplication : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ServedApplication(WebApplication application, Journal journal) => (Application, Journal) = (application, journal);

    public WebApplication Application { get; }

    public Journal Journal { get; }

    public int Port => new Uri(Application.Urls.First()).Port;

    public static MtaStsPolicy Policy { get; } = new() { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(28), Mx = ["mail.example.com", "*.example.net"] };

    public static Task<ServedApplication> StartAsync(params (string Domain, MtaStsPolicy Policy)[] policies) => StartAsync(builder => builder.Services.AddMtaSts(options =>
    {
        foreach (var (domain, policy) in policies)
            options.Domains[domain] = policy;
    }));

    public static async Task<ServedApplication> StartAsync(Action<WebApplicationBuilder> add, Action<ListenOptions>? listen = null)
    {
        var journal = new Journal();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(journal);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, options => listen?.Invoke(options)));
        add(builder);
        var application = builder.Build();
        application.MapMtaSts();
        try
        {
            await application.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return new ServedApplication(application, journal);
    }

    public async Task<HttpResponseMessage> SendAsync(string host, string path = "/.well-known/mta-sts.txt", string method = "GET", params string[] ifNoneMatch)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"http://127.0.0.1:{Port}{path}"));
        request.Headers.Host = host;
        if (ifNoneMatch.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Application.DisposeAsync();
    }
}
