using MtaStsTools.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>One lab for the tests of an observation, and the options that lead there.</summary>
public sealed class ObservationFixture : IAsyncLifetime
{
    public MtaStsLab Lab { get; private set; } = null!;

    /// <summary>The lab in place of the Internet, with time limits that keep tests short.</summary>
    public ObservationOptions Options => new()
    {
        DnsServers = [Lab.DnsEndPoint],
        HttpsPort = Lab.HttpsPort,
        SmtpPort = Lab.SmtpPort,
        TrustedRoots = [Lab.RootCertificate],
        AllowPrivateAddresses = true,
        EhloName = "observer.test",
        DnsTimeout = TimeSpan.FromSeconds(6),
        ConnectTimeout = TimeSpan.FromSeconds(3),
        GreetingTimeout = TimeSpan.FromSeconds(3),
        HandshakeTimeout = TimeSpan.FromSeconds(3),
        HttpTimeout = TimeSpan.FromSeconds(3),
    };

    public async Task<DomainObservation> ObserveAsync(string scenario, Func<ObservationOptions, ObservationOptions>? change = null)
    {
        var options = change?.Invoke(Options) ?? Options;
        using var observer = new DomainObserver(options);
        return await observer.ObserveAsync(Lab.Scenario(scenario).Domain, TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync() => Lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
