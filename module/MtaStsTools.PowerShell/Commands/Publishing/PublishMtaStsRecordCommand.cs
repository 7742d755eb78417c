using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Publishes the record that announces a policy.</summary>
[Cmdlet(VerbsData.Publish, "MtaStsRecord", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PublishResult))]
public sealed class PublishMtaStsRecordCommand : RecordChangeCmdlet
{
    /// <summary>The policy to announce; it must be the one that the policy host serves. The id is derived from it, and changes only when it does.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>The id to announce, 1 to 32 letters or digits: with a policy, in place of the derived one; without, for whatever policy is served.</summary>
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

    /// <summary>The port of the MX hosts. Senders only use 25; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    private protected override ObservationOptions Options => base.Options with { SmtpPort = SmtpPort };

    private protected override ErrorRecord? Incomplete() => Policy is null && Id is null
        ? CommandError.Create(
            "PolicyOrIdMissing", ErrorCategory.InvalidArgument, "There is neither a policy nor an id to announce.", string.Join(", ", Domain), "Give -Policy or -Id.")
        : null;

    private protected override async Task<ChangePlan> PlanAsync(
        string domain, DomainReport report, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        var request = new PublishRequest { Domain = domain, Policy = Policy, Id = Id, Ttl = Ttl, Report = report, Force = Force };
        try
        {
            return await publisher.PlanAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidPolicy", "The policy is not valid", exception.Findings, Policy));
        }
    }
}
