using MtaStsTools.Lab;
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
        // Long enough for the server that takes two seconds to answer, short enough for those that never do.
        using var observer = new DomainObserver(new ObservationOptions
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
        });
        await foreach (var observation in new DomainScanner(observer).ScanAsync(Domains(), ct))
            _reports[observation.Domain] = DomainAssessor.Assess(observation);
        if (Environment.GetEnvironmentVariable(RecordedObservations.RecordTo) is { Length: > 0 } path)
            RecordedObservations.Write(path, Names.Select(name => KeyValuePair.Create(name, this[name].Observation)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    private async IAsyncEnumerable<string> Domains()
    {
        foreach (var scenario in _lab.Scenarios)
            yield return scenario.Domain;
        await Task.CompletedTask;
    }
}
