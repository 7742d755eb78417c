using MtaStsTools.Net;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Applying;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

/// <summary>
/// Publishes policy files: plans from what is stored, stores exactly what was planned, and fetches the policy as senders do, from every address, until it is
/// served (RFC 8461 §3.3). It announces nothing: that is the record's, and comes after (RFC 8461 §8.1).
/// </summary>
public sealed class MtaStsPolicyPublisher
{
    private readonly ExplainedHost _host;
    private readonly IDomainReporter _reporter;
    private readonly MtaStsPublisherOptions _options;

    /// <summary>A publisher of policy files at <paramref name="host"/>.</summary>
    /// <param name="host">Where policy files are stored.</param>
    /// <param name="reporter">What looks at domains as senders do; null: over the network, with defaults.</param>
    /// <param name="options">How to work; null: the defaults. What they say of records is of no account but for the clock and the log.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time of the options cannot be.</exception>
    public MtaStsPolicyPublisher(IPolicyHost host, IDomainReporter? reporter = null, MtaStsPublisherOptions? options = null)
    {
        _host = new ExplainedHost(host);
        _reporter = reporter ?? new DomainReporter();
        _options = options ?? new MtaStsPublisherOptions();
        NetworkChecks.CheckTimeout(_options.FetchInterval, nameof(_options.FetchInterval));
        if (_options.FetchTimeLimit != TimeSpan.Zero)
            NetworkChecks.CheckTimeout(_options.FetchTimeLimit, nameof(_options.FetchTimeLimit));
    }

    /// <summary>Works out what serving a policy would change: the file, and a look at every address. Writes nothing.</summary>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the policy has an Error.</exception>
    /// <exception cref="PolicyHostException">What is stored cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ChangePlan> PlanAsync(PolicyFileRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var domain = DomainName.Parse(request.Domain).Ascii;
        if (request.Policy.Validate() is var findings && findings.HasError())
            throw new MtaStsFormatException(findings);
        progress?.Report(new PublishProgress { RecordName = domain, Stage = PublishStage.Testing, Message = "looking at the domain as it is" });
        var report = await _reporter.ReportAsync(domain, request.Policy.Mode == MtaStsMode.Enforce, cancellationToken).WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        var step = PolicyFilePlanner.Put(_host.Description, await _host.ReadAsync(domain, cancellationToken).ConfigureAwait(false), request.Policy);

        // Senders that have no policy yet take whatever is served, as long as any record announces one.
        var objections = PublishingChecks.AssessMailExchangers(report, request.Policy);
        return new ChangePlan
        {
            PlannedAt = _options.Records.TimeProvider.GetUtcNow(),
            Basis = [SafeOrder.Basis(report)],
            Steps =
            [
                step with { Findings = [.. request.Force ? objections.Select(PublishingChecks.Override) : objections, .. Announcement(step, report, request.Policy)] },
                new VerifyPolicyStep { Domain = domain, Policy = request.Policy, Force = request.Force },
            ],
        };
    }

    /// <summary>Stores what <paramref name="plan"/> says, and waits until every address serves it. A step that is done already is not done again.</summary>
    /// <exception cref="ArgumentException">The plan has a step that is neither a policy file nor the look at one; no step was begun.</exception>
    /// <exception cref="PublishRefusedException">A finding of the plan is an Error; no step was begun.</exception>
    /// <exception cref="ChangeFailedException">The file was not stored; <see cref="ChangeFailedException.Result"/> has the state of each step.</exception>
    /// <exception cref="ChangeStoppedException">The file is stored, and senders are not served it as they should be.</exception>
    /// <exception cref="ChangeCanceledException">Cancelled; <see cref="ChangeCanceledException.Result"/> has the state of each step.</exception>
    public async Task<ChangeResult> ApplyAsync(ChangePlan plan, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var runs = plan.Steps.Select(step => RunOf(step, progress)).ToList();
        if (plan.IsRefused)
            throw new PublishRefusedException(plan);
        return await new PlanRun(plan, runs, _options.Records).ToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private IStepRun RunOf(IChangeStep step, IProgress<PublishProgress>? progress) => step switch
    {
        PolicyFileStep file => new PolicyFileStepRun(file, _host, _options.Records.TimeProvider, progress),
        VerifyPolicyStep verify => new VerifyPolicyStepRun(verify, _reporter, _options.WithPatienceFor(_host), progress),
        _ => throw new ArgumentException($"The plan has a step of the kind {step.GetType().Name}, and this publisher changes policy files.", nameof(step)),
    };

    /// <summary>MTASTS8006, for the reader to know: the record that is there announces another policy than the one to be stored, until it gets a new id.</summary>
    private static IEnumerable<Finding> Announcement(PolicyFileStep step, DomainReport report, MtaStsPolicy policy) =>
        !step.IsEmpty && report.Record is { } record && PolicyId.Announces(record.Id, policy) != true
            ? [PublishingRules.IdUnchanged.On(WellKnownNames.RecordOf(report.Domain), record.Id) with { Severity = Severity.Info }]
            : [];
}
