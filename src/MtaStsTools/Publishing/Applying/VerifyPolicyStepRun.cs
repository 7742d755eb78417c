using MtaStsTools.Net;
using MtaStsTools.Publishing.Checks;

namespace MtaStsTools.Publishing.Applying;

/// <summary>
/// Takes one <see cref="VerifyPolicyStep"/>: looks at the policy host again and again, as long as waiting may help, until every address serves the policy;
/// then, under <c>enforce</c>, at the MX hosts.
/// </summary>
internal sealed class VerifyPolicyStepRun(VerifyPolicyStep step, IDomainReporter reporter, MtaStsPublisherOptions options, IProgress<PublishProgress>? progress) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private IReadOnlyList<ServerReadBack> _servers = [];
    private IReadOnlyList<Finding> _objections = [];
    private TimeSpan _duration;

    public IStepResult Result => new CheckResult { Step = step, State = _state, Servers = _servers, Findings = [.. step.Findings, .. _objections], Duration = _duration };

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var clock = options.Records.TimeProvider;
        var started = clock.GetTimestamp();
        try
        {
            while (!await LookAsync(withMailExchangers: false, cancellationToken).ConfigureAwait(false))
            {
                if (!MayComeRight() || clock.GetElapsedTime(started) >= options.FetchTimeLimit)
                    break;
                Report(clock.GetElapsedTime(started));
                await clock.PauseAsync(options.FetchInterval, cancellationToken).ConfigureAwait(false);
            }

            if (step.Policy.Mode == MtaStsMode.Enforce && !_objections.HasError())
                await LookAsync(withMailExchangers: true, cancellationToken).ConfigureAwait(false);
            Conclude();
        }
        finally
        {
            _duration = clock.GetElapsedTime(started);
        }
    }

    private void Conclude()
    {
        if (step.Force)
            _objections = [.. _objections.Select(PublishingChecks.Override)];
        _state = _objections.HasError() ? StepState.Failed : StepState.Verified;
        if (_state == StepState.Failed)
            throw new StepStoppedException([.. _objections.Where(finding => finding.Severity == Severity.Error)]);
    }

    /// <summary>Whether all is as it should be.</summary>
    private async Task<bool> LookAsync(bool withMailExchangers, CancellationToken cancellationToken)
    {
        var report = await reporter.ReportAsync(step.Domain, withMailExchangers, cancellationToken).WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        _servers = ServedPolicies.Compare(report.Observation.PolicyHost, step.Policy);
        _objections = Objections(report, withMailExchangers);
        return !_objections.HasError();
    }

    private IReadOnlyList<Finding> Objections(DomainReport report, bool withMailExchangers)
    {
        var behind = _servers.Where(server => server.IsBehind).ToList();
        if (behind.Count > 0 && behind.Count < _servers.Count(server => server.Agreement != ServerAgreement.NotAsked))
            return [PublishingRules.PolicyPartlyServed.On(step.Host, step.Host, $"{string.Join("; ", _servers.Take(8))}.")];

        var found = PublishingChecks.Assess(report, step.Policy);
        if (!found.HasError() && !_servers.Any(server => server.Agreement == ServerAgreement.Agrees))
            return [PublishingRules.LivePolicyUnavailable.On(step.Host, step.Domain, $"{(behind.Count == 0 ? "no address of it could be asked" : string.Join("; ", behind.Take(8)))}.")];

        // What could not be said of MX hosts that nobody spoke to is no finding.
        return withMailExchangers || found.HasError() ? found : [];
    }

    /// <summary>
    /// Where an address answers with something else, time may help; where none has a certificate or an answer, only work does, as where all serve the
    /// policy and it is the policy that is wrong.
    /// </summary>
    private bool MayComeRight() =>
        _servers.Any(server => server.IsBehind) && _servers.Any(server => server.Agreement is ServerAgreement.Differs or ServerAgreement.Agrees);

    private void Report(TimeSpan elapsed) => progress?.Report(new PublishProgress
    {
        RecordName = step.Host,
        Stage = PublishStage.Fetching,
        Message = $"waiting until every address serves the policy: {_servers.FirstOrDefault(server => server.IsBehind)}",
        ServersAgreeing = _servers.Count(server => server.Agreement == ServerAgreement.Agrees),
        ServersAsked = _servers.Count(server => server.Agreement != ServerAgreement.NotAsked),
        Elapsed = elapsed,
        TimeLimit = options.FetchTimeLimit,
    });
}
