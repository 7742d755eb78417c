using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Serves and announces a policy in the safe order: the file, a look at every address, the record, reading back, a test.</summary>
[Cmdlet(VerbsData.Publish, "MtaSts", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ChangeResult), typeof(ChangePlan))]
public sealed class PublishMtaStsCommand : PolicyChangeCmdlet
{
    /// <summary>The policy to serve and to announce. The id is derived from it, and changes only when it does.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>The id to announce, 1 to 32 letters or digits, in place of the derived one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>The time to live of the record: a TimeSpan, seconds, or a number with a unit. Without it, that of the record before, else an hour.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Ttl { get; set; }

    /// <summary>Publish although a check speaks against it; a warning tells what was overridden.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override async Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var request = new PolicyPublishRequest { Domain = domain, Policy = Policy!, Id = Id, Ttl = Ttl, Force = Force };
            return await publisher.PlanAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidPolicy", "The policy is not valid", exception.Findings, Policy));
        }
    }
}
