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

    /// <summary>The same for domains that answer: limits that no passing test waits for, whatever else the machine does.</summary>
    public ObservationOptions Patient => WithPatience(Options);

    public static ObservationOptions WithPatience(ObservationOptions options)
    {
        var patience = TimeSpan.FromMinutes(2);
        return options with
        {
            DnsTimeout = patience,
            ConnectTimeout = patience,
            GreetingTimeout = patience,
            HandshakeTimeout = patience,
            HttpTimeout = patience,
            DomainTimeout = TimeSpan.FromMinutes(10),
        };
    }

    public async Task<DomainObservation> ObserveAsync(string scenario, Func<ObservationOptions, ObservationOptions>? change = null)
    {
        var options = Lab.Scenario(scenario).KeepsWaiting ? Options : Patient;
        options = change?.Invoke(options) ?? options;
        using var observer = new DomainObserver(options);
        return await observer.ObserveAsync(Lab.Scenario(scenario).Domain, TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync() => Lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
