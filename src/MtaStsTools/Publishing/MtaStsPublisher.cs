using MtaStsTools.Net;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Applying;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

/// <summary>
/// Publishes, changes and removes MTA-STS as a whole in the only safe order (RFC 8461 §8.1, §8.3): the policy file first, seen live on every address, then the
/// record with a new id, read back, and the domain tested. Plans from what is there and applies exactly the plan; to plan and apply anew carries on where an
/// earlier run broke off.
/// </summary>
public sealed partial class MtaStsPublisher
{
    private readonly MtaStsRecordPublisher _records;
    private readonly ExplainedProvider _provider;
    private readonly ExplainedHost _host;
    private readonly IDomainReporter _reporter;
    private readonly MtaStsPublisherOptions _options;

    /// <summary>A publisher of records through <paramref name="provider"/> and of policy files at <paramref name="host"/>.</summary>
    /// <param name="provider">Where records are changed.</param>
    /// <param name="host">Where policy files are stored.</param>
    /// <param name="reporter">What looks at domains as senders do; null: over the network, with defaults.</param>
    /// <param name="options">How to work; null: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A port or a time of the options cannot be.</exception>
    public MtaStsPublisher(IDnsRecordProvider provider, IPolicyHost host, IDomainReporter? reporter = null, MtaStsPublisherOptions? options = null)
    {
        _options = options ?? new MtaStsPublisherOptions();
        _provider = new ExplainedProvider(provider);
        _host = new ExplainedHost(host);
        _reporter = reporter ?? new DomainReporter();
        _records = new MtaStsRecordPublisher(provider, _options.Records);
        NetworkChecks.CheckTimeout(_options.FetchInterval, nameof(_options.FetchInterval));
        if (_options.FetchTimeLimit != TimeSpan.Zero)
            NetworkChecks.CheckTimeout(_options.FetchTimeLimit, nameof(_options.FetchTimeLimit));
    }

    private DateTimeOffset Now => _options.Records.TimeProvider.GetUtcNow();

    /// <summary>Works out what serving and announcing a policy would change: the file, a look at every address, the record, reading back, a test. Writes nothing.</summary>
    /// <exception cref="ArgumentException">An id outside RFC 8461 §3.1, or a time to live that a record or the provider cannot have; or the domain is too long.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the policy has an Error.</exception>
    /// <exception cref="ProviderException">The zone cannot be found, or record or file cannot be read.</exception>
    public async Task<ChangePlan> PlanAsync(PolicyPublishRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var domain = DomainName.Parse(request.Domain).ToString();
        if (request.Policy.Validate() is var findings && findings.HasError())
            throw new MtaStsFormatException(findings);
        var report = await LookAsync(domain, request.Policy.Mode == MtaStsMode.Enforce, progress, cancellationToken).ConfigureAwait(false);
        return await PlanAsync(domain, request, report, PublishingChecks.AssessMailExchangers(report, request.Policy), progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes the steps of <paramref name="plan"/> in their order, and stops at the first that fails or whose time has not come. A step that is done already is
    /// not done again.
    /// </summary>
    /// <returns>
    /// What came of it. <see cref="ChangeResult.NotBefore"/> says when to go on where a step's time has not come. Servers that have not caught up in time are a
    /// finding, since the change is made.
    /// </returns>
    /// <exception cref="ArgumentException">The plan has a step of an unknown kind, or breaks the order of RFC 8461 §8.1; no step was begun.</exception>
    /// <exception cref="PublishRefusedException">A finding of the plan is an Error; no step was begun.</exception>
    /// <exception cref="ChangeFailedException">A step failed; <see cref="ChangeFailedException.Result"/> has the state of each.</exception>
    /// <exception cref="ChangeStoppedException">A step found what forbids to go on; <see cref="ChangeStoppedException.Result"/> has the state of each.</exception>
    /// <exception cref="ChangeCanceledException">Cancelled; <see cref="ChangeCanceledException.Result"/> has the state of each step.</exception>
    public async Task<ChangeResult> ApplyAsync(ChangePlan plan, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var runs = plan.Steps.Select(step => RunOf(step, progress)).ToList();
        PlanOrder.Demand(plan);
        if (plan.IsRefused)
            throw new PublishRefusedException(plan);
        return await new PlanRun(plan, runs, _options.Records).ToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private IStepRun RunOf(IChangeStep step, IProgress<PublishProgress>? progress) => step switch
    {
        PolicyFileStep file => new PolicyFileStepRun(file, _host, _options.Records.TimeProvider, progress),
        VerifyPolicyStep verify => new VerifyPolicyStepRun(verify, _reporter, _options.WithPatienceFor(_host), progress),
        RecordChangeStep record => new RecordStepRun(record, _provider, _options.Records, progress, mayBeDone: true),
        ReadBackStep readBack => new ReadBackStepRun(readBack, _provider, _options.Records, progress),
        TestDomainStep test => new TestDomainStepRun(test, _reporter, _options.Records.TimeProvider, progress),
        DelegationStep delegation => new DelegationStepRun(delegation, _reporter, _options.Records.TimeProvider, progress),
        WaitStep wait => new WaitStepRun(wait, _options.Records.TimeProvider),
        _ => throw new ArgumentException($"The plan has a step of the kind {step.GetType().Name}, which this publisher cannot take.", nameof(step)),
    };

    private async Task<ChangePlan> PlanAsync(
        string domain, PolicyPublishRequest request, DomainReport report, IReadOnlyList<Finding> objections, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var stored = await _host.ReadAsync(domain, cancellationToken).ConfigureAwait(false);
        var file = PolicyFilePlanner.Put(_host.Description, stored, request.Policy);
        var announcement = new PublishRequest { Domain = domain, Policy = request.Policy, Id = request.Id, Ttl = request.Ttl };
        var record = await PlanRecordAsync(announcement, progress, cancellationToken).ConfigureAwait(false);

        // The record announces this policy, and another is stored: senders may have fetched that one under the same id, and come back only for a new one.
        if (!file.IsEmpty && record is { IsEmpty: true, After: not null } && request.Id is null)
            record = await PlanRecordAsync(announcement with { Id = PolicyId.Derive(request.Policy, Now) }, progress, cancellationToken).ConfigureAwait(false);
        record = record with { Findings = [.. record.Findings, .. request.Force ? objections.Select(PublishingChecks.Override) : objections] };
        return SafeOrder.Publish(file, record, request, report, Now);
    }

    private async Task<RecordChangeStep> PlanRecordAsync(PublishRequest request, IProgress<PublishProgress>? progress, CancellationToken cancellationToken) =>
        (RecordChangeStep)(await _records.PlanAsync(request, progress, cancellationToken).ConfigureAwait(false)).Steps[0];

    private Task<DomainReport> LookAsync(string domain, bool withMailExchangers, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new PublishProgress { RecordName = domain, Stage = PublishStage.Testing, Message = "looking at the domain as it is" });
        return _reporter.ReportAsync(domain, withMailExchangers, cancellationToken).WaitOrLeaveAsync(cancellationToken);
    }
}
