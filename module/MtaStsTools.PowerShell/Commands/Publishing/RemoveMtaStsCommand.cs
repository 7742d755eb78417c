using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Removes MTA-STS in stages: none is announced, every cache expires, and then record and policy go.</summary>
[Cmdlet(VerbsCommon.Remove, "MtaSts", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChangeResult), typeof(ChangePlan))]
public sealed class RemoveMtaStsCommand : PolicyChangeCmdlet
{
    /// <summary>The longest max_age that was ever served: a TimeSpan, seconds, or a number with a unit. Without it, that of the policy that is served.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? LongestMaxAge { get; set; }

    /// <summary>Do not wait until every cache has expired; a warning tells so.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken) =>
        publisher.PlanWithdrawalAsync(new WithdrawalRequest { Domain = domain, LongestMaxAge = LongestMaxAge, Force = Force }, progress, cancellationToken);
}
