namespace MtaStsTools.Publishing;

/// <summary>Looks at domains over the network, with an observer of its own for each look.</summary>
public sealed class DomainReporter : IDomainReporter
{
    private readonly ObservationOptions _options;
    private readonly AssessmentOptions? _assessment;

    /// <summary>A reporter that observes as <paramref name="options"/> say, but always asks every address of a policy host.</summary>
    /// <param name="options">How to observe; null: the defaults.</param>
    /// <param name="assessment">How to assess; null: the defaults.</param>
    public DomainReporter(ObservationOptions? options = null, AssessmentOptions? assessment = null)
    {
        _options = options ?? new ObservationOptions();
        _assessment = assessment;
    }

    /// <inheritdoc/>
    public async Task<DomainReport> ReportAsync(string domain, bool withMailExchangers, CancellationToken cancellationToken)
    {
        using var observer = new DomainObserver(_options with { AllAddresses = true, SkipSmtp = _options.SkipSmtp || !withMailExchangers });
        return DomainAssessor.Assess(await observer.ObserveAsync(domain, cancellationToken).ConfigureAwait(false), _assessment);
    }
}
