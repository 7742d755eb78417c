using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Serves and announces a policy in the safe order: the file, a look at every address, the record, reading back, a test.</summary>
[Cmdlet(VerbsData.Publish, "MtaSts", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ChangeResult), typeof(ChangePlan))]
public sealed class PublishMtaStsCommand : PolicyChangeCmdlet
{
    private readonly List<string> _aliases = [];

    /// <summary>The policy to serve and to announce. The id is derived from it, and changes only when it does.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>The domain whose record and policy host the domains share, or shall share.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DelegateTo { get; set; }

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

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (DelegateTo is null)
            return base.ProcessRecordAsync(cancellationToken);
        _aliases.AddRange(ReadDomains());
        return Task.CompletedTask;
    }

    // One record for all: it changes when all that are announced are ready.
    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) =>
        _aliases.Count == 0 ? Task.CompletedTask : ChangeAllAsync(() => Valid([DelegateTo!]), cancellationToken);

    private protected override async Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            if (DelegateTo is not null)
            {
                var shared = new DelegatedPublishRequest { DelegateTo = domain, Aliases = _aliases, Policy = Policy!, Id = Id, Ttl = Ttl, Force = Force };
                return await publisher.PlanDelegatedAsync(shared, progress, cancellationToken).ConfigureAwait(false);
            }

            var request = new PolicyPublishRequest { Domain = domain, Policy = Policy!, Id = Id, Ttl = Ttl, Force = Force };
            return await publisher.PlanAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidPolicy", "The policy is not valid", exception.Findings, Policy));
        }
    }
}
