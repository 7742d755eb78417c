using MtaStsTools.Net;
using MtaStsTools.Publishing.Applying;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

/// <summary>
/// Publishes and removes MTA-STS records and TLSRPT records: plans from what is there, applies exactly the plan, and asks the authoritative servers whether they have it.
/// A plan that is applied twice changes nothing the second time; one that was made before somebody else's change fails.
/// </summary>
public sealed class MtaStsRecordPublisher
{
    // RFC 1035 §2.3.4: 255 octets on the wire.
    private const int MaxName = 253;
    private readonly ExplainedProvider _provider;
    private readonly MtaStsRecordPublisherOptions _options;

    /// <summary>A publisher that works through <paramref name="provider"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A port or a time of the options cannot be.</exception>
    public MtaStsRecordPublisher(IDnsRecordProvider provider, MtaStsRecordPublisherOptions? options = null)
    {
        _provider = new ExplainedProvider(provider);
        _options = options ?? new MtaStsRecordPublisherOptions();
        NetworkChecks.CheckPort(_options.AuthoritativePort, nameof(_options.AuthoritativePort));
        NetworkChecks.CheckTimeout(_options.QueryTimeout, nameof(_options.QueryTimeout));
        NetworkChecks.CheckTimeout(_options.ReadBackInterval, nameof(_options.ReadBackInterval));
        if (_options.ReadBackTimeLimit != TimeSpan.Zero)
            NetworkChecks.CheckTimeout(_options.ReadBackTimeLimit, nameof(_options.ReadBackTimeLimit));
    }

    /// <summary>Works out what publishing would change, as a plan of one step. Writes nothing.</summary>
    /// <exception cref="ArgumentException">
    /// The request has neither policy nor id, an id outside RFC 8461 §3.1, or a time to live that a record or the provider cannot have; or the domain is so
    /// long that no name is left for its record.
    /// </exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the policy has an Error.</exception>
    /// <exception cref="DnsProviderException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanAsync(PublishRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(request);
        var (place, observed) = await ObserveAsync(request.Domain, RecordKind.MtaSts, progress, cancellationToken).ConfigureAwait(false);
        var step = ChangePlanner.Publish(place, request, observed, DefaultTtl, _options.TimeProvider.GetUtcNow());
        var objections = request.Report is null ? [] : PublishingChecks.Assess(request.Report, request.Policy);
        return Plan(step with { Findings = [.. step.Findings, .. request.Force ? objections.Select(PublishingChecks.Override) : objections] });
    }

    /// <summary>Works out what publishing a TLSRPT record would change, as a plan of one step. Writes nothing.</summary>
    /// <exception cref="ArgumentException">A time to live that a record or the provider cannot have; or the domain is so long that no name is left for its record.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the record has an Error.</exception>
    /// <exception cref="DnsProviderException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanTlsRptAsync(TlsRptPublishRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (request.Record.Validate() is var findings && findings.Any(finding => finding.Severity == Severity.Error))
            throw new MtaStsFormatException(findings);
        if (request.Ttl is { } ttl)
            CheckTtl(ttl);
        var (place, observed) = await ObserveAsync(request.Domain, RecordKind.TlsRpt, progress, cancellationToken).ConfigureAwait(false);
        return Plan(ChangePlanner.PublishReporting(place, request, observed, DefaultTtl));
    }

    /// <summary>Works out what removing the TLSRPT record would change, as a plan of one step. Writes nothing.</summary>
    /// <exception cref="ArgumentException">The domain is so long that no name is left for its record.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name.</exception>
    /// <exception cref="DnsProviderException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanTlsRptRemovalAsync(string domain, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (place, observed) = await ObserveAsync(domain, RecordKind.TlsRpt, progress, cancellationToken).ConfigureAwait(false);
        return Plan(ChangePlanner.Remove(place, observed));
    }

    /// <summary>Works out what removing the record would change, as a plan of one step. Writes nothing.</summary>
    /// <exception cref="ArgumentException">The domain is so long that no name is left for its record.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name.</exception>
    /// <exception cref="DnsProviderException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanRemovalAsync(RemovalRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (place, observed) = await ObserveAsync(request.Domain, RecordKind.MtaSts, progress, cancellationToken).ConfigureAwait(false);
        var step = ChangePlanner.Remove(place, observed);
        return Plan(step.IsEmpty ? step : step with { Findings = [.. step.Findings, .. RemovalAdvice.Assess(place.Domain, request.Report)] });
    }

    /// <summary>
    /// Takes the steps of <paramref name="plan"/> in their order, each up to where the authoritative servers have its change, and stops at the first that
    /// fails. A step without a change asks nobody anything.
    /// </summary>
    /// <returns>What came of it; servers that have not caught up in time are a finding and not an error, since the change is made.</returns>
    /// <exception cref="ArgumentException">A step of the plan is no change of a record; no step was begun.</exception>
    /// <exception cref="PublishRefusedException">A finding of the plan is an Error; no step was begun.</exception>
    /// <exception cref="ChangeFailedException">A step failed; <see cref="ChangeFailedException.Result"/> has the state of each.</exception>
    /// <exception cref="ChangeCanceledException">Cancelled; <see cref="ChangeCanceledException.Result"/> has the state of each step.</exception>
    public async Task<ChangeResult> ApplyAsync(ChangePlan plan, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (plan.Steps.FirstOrDefault(step => step is not RecordChangeStep) is { } unknown)
            throw new ArgumentException($"The plan has a step of the kind {unknown.GetType().Name}, and this publisher changes records.", nameof(plan));
        if (plan.IsRefused)
            throw new PublishRefusedException(plan);
        return await new PlanRun(plan, [.. plan.Steps.Select(step => new RecordStepRun((RecordChangeStep)step, _provider, _options, progress))], _options)
            .ToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan DefaultTtl => _options.DefaultTtl > _provider.Capabilities.LeastTtl ? _options.DefaultTtl : _provider.Capabilities.LeastTtl;

    private ChangePlan Plan(RecordChangeStep step) => new() { Steps = [step], PlannedAt = _options.TimeProvider.GetUtcNow() };

    private async Task<(ChangePlace Place, TxtRecordSet Observed)> ObserveAsync(string domain, RecordKind kind, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var name = DomainName.Parse(domain).ToString();
        var prefix = kind == RecordKind.TlsRpt ? WellKnownNames.TlsRptPrefix : WellKnownNames.RecordPrefix;
        var recordName = prefix + name;
        if (recordName.Length > MaxName)
            throw new ArgumentException($"The domain has {name.Length} characters, and {recordName.Length} with '{prefix}' before it; a name in DNS has at most {MaxName}.", nameof(domain));
        Report(progress, recordName, PublishStage.FindingZone, "looking for the zone");
        var zone = await _provider.FindZoneAsync(recordName, cancellationToken).ConfigureAwait(false);
        Report(progress, recordName, PublishStage.Reading, "reading the record");
        var observed = await _provider.ReadTxtAsync(zone, recordName, cancellationToken).ConfigureAwait(false);
        return (new ChangePlace { Domain = name, Zone = zone, Provider = _provider.Description, Kind = kind }, observed);
    }

    private void Check(PublishRequest request)
    {
        if (request.Policy is null && request.Id is null)
            throw new ArgumentException("Give the policy to announce, or an id.", nameof(request));
        if (request.Id is { } id && !PolicyId.IsValid(id))
            throw new ArgumentException($"The id '{DisplayText.Sanitize(id)}' must be 1 to 32 ASCII letters or digits.", nameof(request));
        if (request.Policy?.Validate() is { } findings && findings.Any(finding => finding.Severity == Severity.Error))
            throw new MtaStsFormatException(findings);
        if (request.Ttl is { } ttl)
            CheckTtl(ttl);
    }

    private void CheckTtl(TimeSpan ttl)
    {
        // RFC 2181 §8: a TTL is an unsigned number of 31 bits.
        if (ttl < TimeSpan.Zero || ttl.TotalSeconds > int.MaxValue || ttl.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException("A time to live is a whole number of seconds from 0 to 2147483647.", nameof(ttl));
        if (ttl < _provider.Capabilities.LeastTtl)
            throw new ArgumentException($"The least time to live that {_provider.Description} takes is {(long)_provider.Capabilities.LeastTtl.TotalSeconds} s.", nameof(ttl));
    }

    private static void Report(IProgress<PublishProgress>? progress, string recordName, PublishStage stage, string message) =>
        progress?.Report(new PublishProgress { RecordName = recordName, Stage = stage, Message = message });
}
