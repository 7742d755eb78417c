using System.Management.Automation;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Applies a plan that was made earlier, unless the world has moved since.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MtaStsPlan", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ChangeResult))]
public sealed class InvokeMtaStsPlanCommand : PolicyChangeCmdlet
{
    /// <summary>The plan: as Publish-MtaSts -WhatIf -PassThru gave it, as Import-Clixml reads it, or its JSON.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanTransformation]
    public ChangePlan? Plan { get; set; }

    /// <summary>The domains of the plan; the plan says which.</summary>
    public override string[] Domain
    {
        get => [.. Plan?.Domains ?? []];
        set => throw new PSInvalidOperationException("The plan says which domains it is about.");
    }

    private protected override Task<ChangePlan> PlanAsync(string domain, MtaStsPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken) =>
        Task.FromResult(Plan!);

    private protected override async Task ChangeAsync(
        string domain, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        // The plan is one, whatever the number of its domains.
        if (!string.Equals(domain, Plan!.Domains[0], StringComparison.Ordinal))
            return;
        var differences = await Publisher(provider, options).FindDifferencesAsync(Plan, progress, cancellationToken).ConfigureAwait(false);
        if (differences.Count > 0)
        {
            await WriteErrorAsync(CommandError.Create(
                "PlanOutdated",
                ErrorCategory.InvalidOperation,
                $"Since the plan was made, this has changed: {string.Join(" ", differences)}",
                domain,
                "Look at the differences, and make the plan anew.")).ConfigureAwait(false);
            return;
        }

        await base.ChangeAsync(domain, provider, options, progress, cancellationToken).ConfigureAwait(false);
    }
}
