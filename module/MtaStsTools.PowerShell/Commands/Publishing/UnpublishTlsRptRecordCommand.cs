using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Removes the record that says where senders report failures of TLS to, and leaves other TXT records alone.</summary>
[Cmdlet(VerbsData.Unpublish, "TlsRptRecord", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PublishResult))]
public sealed class UnpublishTlsRptRecordCommand : TlsRptChangeCmdlet
{
    private protected override Task<ChangePlan> PlanAsync(string domain, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken) =>
        publisher.PlanTlsRptRemovalAsync(domain, progress, cancellationToken);
}
