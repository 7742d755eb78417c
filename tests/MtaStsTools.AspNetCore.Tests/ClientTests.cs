using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MtaStsTools.Hosting;
using MtaStsTools.Lab;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>Observers and publishers in a container.</summary>
public sealed class ClientTests
{
    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(item => "Client:" + item.Key, item => (string?)item.Value, StringComparer.Ordinal)).Build();
        return new ServiceCollection().AddMtaStsClient(configuration.GetSection("Client")).BuildServiceProvider();
    }

    [Fact]
    public async Task A_domain_is_observed_as_the_configuration_says_and_measured_in_the_meter_of_the_container()
    {
        await using var lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);
        await using var container = Build(
            ("Observation:DnsServers:0", lab.DnsEndPoint.ToString()), ("Observation:HttpsPort", $"{lab.HttpsPort}"), ("Observation:SmtpPort", $"{lab.SmtpPort}"),
            ("Observation:TrustedRoots", lab.RootCertificatePath), ("Observation:AllowPrivateAddresses", "true"), ("Observation:DomainTimeout", "2m"), ("Assessment:MinimumEnforceMaxAge", "26w"));
        var measured = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "mtasts.observation.duration" && instrument.Meter.Scope == container.GetRequiredService<IMeterFactory>())
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref measured));
        listener.Start();

        var observation = await container.GetRequiredService<DomainObserver>().ObserveAsync("good.test", TestContext.Current.CancellationToken);
        var report = await container.GetRequiredService<IDomainReporter>().ReportAsync("good.test", withMailExchangers: true, TestContext.Current.CancellationToken);

        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(observation).Verdict);
        Assert.Equal(Verdict.Warning, report.Verdict);
        Assert.Equal(2, measured);
    }

    [Theory]
    [InlineData("Observation:DnsServers:0", "resolver", "Client:Observation:DnsServers:0 is 'resolver'")]
    [InlineData("Observation:HttpsPort", "44a", "Client:Observation:HttpsPort is '44a'")]
    [InlineData("Observation:HttpsPort", "0", "HttpsPort")]
    [InlineData("Observation:SkipSmtp", "yes", "Client:Observation:SkipSmtp is 'yes'")]
    [InlineData("Observation:DnsTimeout", "soon", "Client:Observation:DnsTimeout is 'soon'")]
    [InlineData("Observation:TrustedRoots:0", "/no/such/file.pem", "Client:Observation:TrustedRoots:0 is")]
    [InlineData("Observation:SkipSMPT", "true", "Client:Observation:SkipSMPT is the name of no option")]
    public void What_cannot_be_read_is_refused_with_its_key(string key, string value, string expected)
    {
        using var container = Build((key, value));
        Assert.Contains(expected, Assert.Throws<OptionsValidationException>(() => container.GetRequiredService<DomainObserver>()).Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => container.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task The_API_of_a_service_is_asked_with_the_named_client()
    {
        var services = new ServiceCollection().AddMtaStsClient();
        var handler = new Zones();
        services.AddHttpClient(MtaStsClientServiceCollectionExtensions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddSingleton<IDnsRecordProvider>(provider => new CloudflareDnsProvider(new CloudflareDnsOptions { ApiToken = ProviderSecret.FromText("token"), Api = provider.GetRequiredService<HttpApiOptions>() }));
        await using var container = services.BuildServiceProvider();

        Assert.Equal("example.com", await container.GetRequiredService<IDnsRecordProvider>().FindZoneAsync("_mta-sts.example.com", TestContext.Current.CancellationToken));
        Assert.NotNull(container.GetRequiredService<MtaStsRecordPublisher>());
        Assert.True(handler.Requests > 0);
    }

    private sealed class Zones : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            var isZone = request.RequestUri!.Query.Contains("name=example.com", StringComparison.Ordinal);
            var zones = isZone ? """{ "id": "z1", "name": "example.com", "name_servers": ["ns1.example.com"] }""" : "";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{ "success": true, "errors": [], "result": [{{zones}}], "result_info": { "page": 1, "total_pages": 1 } }""", System.Text.Encoding.UTF8, "application/json"),
            });
        }
    }
}
