using MtaStsTools.Net;
using MtaStsTools.Publishing.Applying;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

/// <summary>
/// Publishes and removes MTA-STS records: plans from what is there, applies exactly the plan, and asks the authoritative servers whether they have it.
/// A plan that is applied twice changes nothing the second time; one that was made before somebody else's change fails.
/// </summary>
public sealed class MtaStsRecordPublisher
{
    private readonly IDnsRecordProvider _provider;
    private readonly MtaStsRecordPublisherOptions _options;

    /// <summary>A publisher that works through <paramref name="provider"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A port or a time of the options cannot be.</exception>
    public MtaStsRecordPublisher(IDnsRecordProvider provider, MtaStsRecordPublisherOptions? options = null)
    {
        _provider = provider;
        _options = options ?? new MtaStsRecordPublisherOptions();
        NetworkChecks.CheckPort(_options.AuthoritativePort, nameof(_options.AuthoritativePort));
        NetworkChecks.CheckTimeout(_options.QueryTimeout, nameof(_options.QueryTimeout));
        NetworkChecks.CheckTimeout(_options.ReadBackInterval, nameof(_options.ReadBackInterval));
    }

    /// <summary>Works out what publishing would change. Writes nothing.</summary>
    /// <exception cref="ArgumentException">The request has neither policy nor id, an id outside RFC 8461 §3.1, or a TTL that a record cannot have.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the policy has an Error.</exception>
    /// <exception cref="DnsUpdateException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanAsync(PublishRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(request);
        var (place, observed) = await ObserveAsync(request.Domain, progress, cancellationToken).ConfigureAwait(false);
        var plan = ChangePlanner.Publish(place, request, observed, _options.DefaultTtl, _options.TimeProvider.GetUtcNow());
        var objections = request.Report is null ? [] : PublishingChecks.Assess(request.Report, request.Policy);
        return plan with { Findings = [.. plan.Findings, .. request.Force ? objections.Select(PublishingChecks.Override) : objections] };
    }

    /// <summary>Works out what removing the record would change. Writes nothing.</summary>
    /// <exception cref="MtaStsFormatException">The domain is no domain name.</exception>
    /// <exception cref="DnsUpdateException">The zone cannot be found or the record cannot be read.</exception>
    public async Task<ChangePlan> PlanRemovalAsync(RemovalRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (place, observed) = await ObserveAsync(request.Domain, progress, cancellationToken).ConfigureAwait(false);
        var plan = ChangePlanner.Remove(place, observed);
        return plan.IsEmpty ? plan : plan with { Findings = [.. plan.Findings, .. RemovalAdvice.Assess(place.Domain, request.Report)] };
    }

    /// <summary>Carries out <paramref name="plan"/> and waits until the authoritative servers have it. An empty plan asks nobody anything.</summary>
    /// <returns>What came of it; servers that have not caught up in time are a finding and not an error, since the change is made.</returns>
    /// <exception cref="PublishRefusedException">A finding of the plan is an Error.</exception>
    /// <exception cref="DnsUpdateException">The change was not made, unless <see cref="DnsUpdateException.MayHaveChanged"/> says that this is not known.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. Once <paramref name="progress"/> has told of <see cref="PublishStage.ReadingBack"/>, the change is made.</exception>
    public async Task<PublishResult> ApplyAsync(ChangePlan plan, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (plan.IsRefused)
            throw new PublishRefusedException(plan);

        var started = _options.TimeProvider.GetTimestamp();
        IReadOnlyList<ServerReadBack> servers = [];
        if (!plan.IsEmpty)
        {
            Report(progress, plan.RecordName, PublishStage.Updating, "writing the change");
            await _provider.ApplyAsync(plan, cancellationToken).ConfigureAwait(false);
            Report(progress, plan.RecordName, PublishStage.ReadingBack, "the change is made; looking for the authoritative servers");
            servers = await new AuthoritativeReadBack(_options).WaitAsync(_provider, plan, progress, cancellationToken).ConfigureAwait(false);
        }

        var duration = _options.TimeProvider.GetElapsedTime(started);
        var behind = servers.Where(server => server.Agreement is ServerAgreement.Differs or ServerAgreement.NoAnswer).ToList();
        return new PublishResult
        {
            Domain = plan.Domain,
            RecordName = plan.RecordName,
            Zone = plan.Zone,
            Changed = !plan.IsEmpty,
            Before = plan.Before,
            After = plan.After,
            Plan = plan,
            Servers = servers,
            AllAgree = behind.Count == 0,
            Findings = [.. plan.Findings, .. behind.Select(server => PublishingRules.ServerBehind.On(server.Server, plan.RecordName, server.ToString()))],
            Duration = duration,
        };
    }

    private async Task<(ChangePlanner.Place Place, TxtRecordSet Observed)> ObserveAsync(string domain, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var name = DomainName.Parse(domain).ToString();
        var recordName = WellKnownNames.RecordOf(name);
        Report(progress, recordName, PublishStage.FindingZone, "looking for the zone");
        var zone = await _provider.FindZoneAsync(recordName, cancellationToken).ConfigureAwait(false);
        Report(progress, recordName, PublishStage.Reading, "reading the record");
        var observed = await _provider.ReadTxtAsync(zone, recordName, cancellationToken).ConfigureAwait(false);
        return (new ChangePlanner.Place(name, zone, _provider.Description), observed);
    }

    private static void Check(PublishRequest request)
    {
        if (request.Policy is null && request.Id is null)
            throw new ArgumentException("Give the policy to announce, or an id.", nameof(request));
        if (request.Id is { } id && !PolicyId.IsValid(id))
            throw new ArgumentException($"The id '{DisplayText.Sanitize(id)}' must be 1 to 32 ASCII letters or digits.", nameof(request));
        if (request.Policy?.Validate() is { } findings && findings.Any(finding => finding.Severity == Severity.Error))
            throw new MtaStsFormatException(findings);

        // RFC 2181 §8: a TTL is an unsigned number of 31 bits.
        if (request.Ttl is { } ttl && (ttl < TimeSpan.Zero || ttl.TotalSeconds > int.MaxValue))
            throw new ArgumentException("A time to live is 0 to 2147483647 seconds.", nameof(request));
    }

    private static void Report(IProgress<PublishProgress>? progress, string recordName, PublishStage stage, string message) =>
        progress?.Report(new PublishProgress { RecordName = recordName, Stage = stage, Message = message });
}
