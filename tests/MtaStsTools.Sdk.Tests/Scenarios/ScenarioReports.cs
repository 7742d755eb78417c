using MtaStsTools.Lab;
using MtaStsTools.Sdk.Tests.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>Every domain of the lab, observed once over real sockets and assessed.</summary>
public sealed class ScenarioReports : IAsyncLifetime
{
    private readonly Dictionary<string, DomainReport> _reports = new(StringComparer.Ordinal);
    private MtaStsLab _lab = null!;

    /// <summary>The names of all scenarios.</summary>
    public IReadOnlyList<string> Names => [.. _lab.Scenarios.Select(scenario => scenario.Name)];

    /// <summary>The report on a scenario's domain.</summary>
    public DomainReport this[string scenario] => _reports[_lab.Scenario(scenario).Domain];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _lab = await MtaStsLab.StartAsync(ct);
        var options = new ObservationOptions
        {
            DnsServers = [_lab.DnsEndPoint],
            HttpsPort = _lab.HttpsPort,
            SmtpPort = _lab.SmtpPort,
            TrustedRoots = [_lab.RootCertificate],
            AllowPrivateAddresses = true,
            AllAddresses = true,
            EhloName = "observer.test",
            ThrottleLimit = 8,
            DnsTimeout = TimeSpan.FromSeconds(5),
            ConnectTimeout = TimeSpan.FromSeconds(3),
            GreetingTimeout = TimeSpan.FromSeconds(3),
            HandshakeTimeout = TimeSpan.FromSeconds(3),
            HttpTimeout = TimeSpan.FromSeconds(3),
        };
        // Only those that never answer are waited for.
        await ObserveAsync(options, keepsWaiting: true, ct);
        await ObserveAsync(ObservationFixture.WithPatience(options), keepsWaiting: false, ct);
        if (Environment.GetEnvironmentVariable(RecordedObservations.RecordTo) is { Length: > 0 } path)
            RecordedObservations.Write(path, Names.Select(name => KeyValuePair.Create(name, this[name].Observation)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    private async Task ObserveAsync(ObservationOptions options, bool keepsWaiting, CancellationToken cancellationToken)
    {
        using var observer = new DomainObserver(options);
        await foreach (var observation in new DomainScanner(observer).ScanAsync(Domains(keepsWaiting), cancellationToken))
            _reports[observation.Domain] = DomainAssessor.Assess(observation);
    }

    private async IAsyncEnumerable<string> Domains(bool keepsWaiting)
    {
        foreach (var scenario in _lab.Scenarios.Where(scenario => scenario.KeepsWaiting == keepsWaiting))
            yield return scenario.Domain;
        await Task.CompletedTask;
    }
}
