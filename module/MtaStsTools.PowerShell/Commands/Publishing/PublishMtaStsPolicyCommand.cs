using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Stores a policy where senders are served it, and fetches it as they do until every address has it.</summary>
[Cmdlet(VerbsData.Publish, "MtaStsPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PolicyFileResult), typeof(CheckResult))]
public sealed class PublishMtaStsPolicyCommand : PlanCmdlet
{
    /// <summary>The policy to serve.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>Where the policy is stored, as New-MtaStsPolicyHost makes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PolicyHost")]
    [ValidateNotNull]
    public IPolicyHost? To { get; set; }

    /// <summary>How long to wait until every address serves the policy, in seconds; what the host says that a change takes is added.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int FetchTimeoutSec { get; set; } = 120;

    /// <summary>Publish although a check speaks against it; a warning tells what was overridden.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The port of the MX hosts, which are looked at under enforce. Senders only use 25; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    private protected override ObservationOptions Options => base.Options with { SmtpPort = SmtpPort };

    // Each record may bring a policy and a host of its own.
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var publisher = new MtaStsPolicyPublisher(To!, new DomainReporter(Options), new MtaStsPublisherOptions { FetchTimeLimit = TimeSpan.FromSeconds(FetchTimeoutSec) });
        foreach (var domain in ReadDomains())
            await ChangeAsync(domain, () => PublishAsync(domain, publisher, cancellationToken)).ConfigureAwait(false);
    }

    private async Task PublishAsync(string domain, MtaStsPolicyPublisher publisher, CancellationToken cancellationToken)
    {
        using var progress = new PublishSteps(this, domain);
        ChangePlan plan;
        try
        {
            plan = await publisher.PlanAsync(new PolicyFileRequest { Domain = domain, Policy = Policy!, Force = Force }, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidPolicy", "The policy is not valid", exception.Findings, Policy));
        }

        await ApplyAsync(domain, plan, agreed => publisher.ApplyAsync(agreed, progress, cancellationToken)).ConfigureAwait(false);
    }
}
