using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of policy and record of a domain as one plan in the safe order.</summary>
public abstract class PolicyChangeCmdlet : ProviderCmdlet
{
    /// <summary>Where the policy file is stored, as New-MtaStsPolicyHost makes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public IPolicyHost? To { get; set; }

    /// <summary>How long to wait until every address of the policy host serves the policy, in seconds; what the host itself takes comes on top.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int FetchTimeoutSec { get; set; } = 120;

    /// <summary>The port of the MX hosts. Senders only use 25; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    private protected override ObservationOptions Options => base.Options with { SmtpPort = SmtpPort };

    /// <summary>A publisher as the parameters say.</summary>
    private protected MtaStsPublisher Publisher(IDnsRecordProvider provider, MtaStsRecordPublisherOptions options) => new(
        provider,
        To!,
        new DomainReporter(Options),
        new MtaStsPublisherOptions { Records = options, FetchTimeLimit = TimeSpan.FromSeconds(FetchTimeoutSec) });

    /// <summary>Works out what to change.</summary>
    private protected abstract Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken);

    private protected override async Task ChangeAsync(
        string domain, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        var publisher = Publisher(provider, options);
        var plan = await PlanAsync(domain, publisher, progress, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(domain, plan, agreed => publisher.ApplyAsync(agreed, progress, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Gives the plan with its JSON, which is what remains of it when it is saved.</summary>
    private protected sealed override Task WritePlanAsync(ChangePlan plan)
    {
        var item = PSObject.AsPSObject(plan);
        item.Properties.Add(new PSNoteProperty("Json", ChangePlanJson.Serialize(plan)));
        return WriteObjectAsync(item);
    }

    private protected sealed override async Task ConcludeAsync(string domain, ChangeResult result)
    {
        if (result.NotBefore is { } time)
            WriteWarning(NotYet.Words(domain, time));
        if (PassThru)
            await WriteObjectAsync(result).ConfigureAwait(false);
    }
}
