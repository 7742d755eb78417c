using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Takes a policy to another mode and another lifetime, and to enforce only where nothing speaks against it.</summary>
[Cmdlet(VerbsCommon.Set, "MtaStsMode", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ChangeResult), typeof(ChangePlan))]
public sealed class SetMtaStsModeCommand : PolicyChangeCmdlet
{
    private static readonly TimeSpan[] UsualLadder = [TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28), TimeSpan.FromDays(84)];

    /// <summary>The mode.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public MtaStsMode Mode { get; set; }

    /// <summary>The lifetime in the end: a TimeSpan, seconds, or a number with a unit. Without it, that of now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Raise the lifetime in steps, one each time that the command is run and the policy of then has lasted its own.</summary>
    [Parameter]
    public SwitchParameter InSteps { get; set; }

    /// <summary>The time to live of the record: a TimeSpan, seconds, or a number with a unit. Without it, that of the record before, else an hour.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Ttl { get; set; }

    /// <summary>Change the mode although a check speaks against it, and do not wait; a warning tells what was overridden.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override async Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ModeChangeRequest { Domain = domain, Mode = Mode, MaxAge = MaxAge, Ladder = InSteps ? UsualLadder : [], Ttl = Ttl, Force = Force };
            return await publisher.PlanModeAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidPolicy", "The policy would not be valid", exception.Findings, domain));
        }
    }
}
