using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of the record at <c>_mta-sts.</c> and a domain, held against what the domain is like.</summary>
public abstract class RecordChangeCmdlet : ProviderCmdlet
{
    /// <summary>Works out what to change.</summary>
    private protected abstract Task<ChangePlan> PlanAsync(
        string domain, DomainReport report, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken);

    private protected override async Task ChangeAsync(
        string domain, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        using var observer = new DomainObserver(Options);
        var publisher = new MtaStsRecordPublisher(provider, options);
        var report = DomainAssessor.Assess(await observer.ObserveAsync(domain, cancellationToken).ConfigureAwait(false));
        var plan = await PlanAsync(domain, report, publisher, progress, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(domain, plan, agreed => publisher.ApplyAsync(agreed, progress, cancellationToken)).ConfigureAwait(false);
    }
}
