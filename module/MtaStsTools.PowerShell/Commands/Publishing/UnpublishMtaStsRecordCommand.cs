using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Removes the record that announces a policy, and leaves other TXT records alone.</summary>
[Cmdlet(VerbsData.Unpublish, "MtaStsRecord", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PublishResult))]
public sealed class UnpublishMtaStsRecordCommand : RecordChangeCmdlet
{
    private protected override ObservationOptions Options => base.Options with { SkipSmtp = true };

    private protected override Task<ChangePlan> PlanAsync(
        string domain, DomainReport report, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken) =>
        publisher.PlanRemovalAsync(new RemovalRequest { Domain = domain, Report = report }, progress, cancellationToken);
}
