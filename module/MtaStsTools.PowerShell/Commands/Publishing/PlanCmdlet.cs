using System.Management.Automation;
using MtaStsTools.Publishing;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of domains that is worked out as a plan, shown, consented to and made; what it came to is told in one way, whatever is changed.</summary>
public abstract class PlanCmdlet : ObservingCmdlet
{
    /// <summary>Return what came of the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether the plan is only shown.</summary>
    private protected bool IsWhatIf { get; private set; }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        IsWhatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? given is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
        base.BeginProcessing();
    }

    /// <summary>Makes the change of one domain; what goes wrong becomes an error record, and the command goes on.</summary>
    private protected async Task ChangeAsync(string domain, Func<Task> change)
    {
        try
        {
            await change().ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            await WriteErrorAsync(ProviderErrors.Create(exception, domain)).ConfigureAwait(false);
        }
        catch (ChangeFailedException exception)
        {
            await WriteErrorAsync(PlanErrors.Of(exception, domain)).ConfigureAwait(false);
        }
        catch (ChangeStoppedException exception)
        {
            await WriteErrorAsync(PlanErrors.Of(exception, domain)).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            await WriteErrorAsync(CommandError.From(exception, domain)).ConfigureAwait(false);
        }
        catch (ChangeCanceledException exception) when (exception.Result.Steps.Any(step => step.State is StepState.Changed or StepState.Unknown))
        {
            // The pipeline is stopping and takes no warning any more; the host still does.
            Host.UI.WriteWarningLine(exception.Message);
            throw;
        }
    }

    /// <summary>Shows the plan, asks where it has to be asked, and makes it.</summary>
    private protected async Task ApplyAsync(string domain, ChangePlan plan, Func<ChangePlan, Task<ChangeResult>> apply)
    {
        InvalidText.Warn(this, plan.Findings);
        if (plan.IsRefused)
        {
            await WriteErrorAsync(PlanErrors.Refusal(domain, plan)).ConfigureAwait(false);
            return;
        }

        foreach (var step in plan.Steps)
            WriteVerbose($"{domain}: {step.Reason} {step.Precondition} {step.Action} {step.Verification}");
        if (!await MayApplyAsync(plan).ConfigureAwait(false))
        {
            if (IsWhatIf && PassThru)
                await WritePlanAsync(plan).ConfigureAwait(false);
            return;
        }

        var result = await apply(plan).ConfigureAwait(false);
        var found = result.Findings.Except(plan.Findings).ToList();
        InvalidText.Warn(this, found);
        await ConcludeAsync(domain, result).ConfigureAwait(false);
        if (found.HasError())
            await WriteErrorAsync(PlanErrors.NotVerified(domain, found)).ConfigureAwait(false);
    }

    /// <summary>Gives the plan that -WhatIf -PassThru asks for; the short commands of one record or one file give none.</summary>
    private protected virtual Task WritePlanAsync(ChangePlan plan) => Task.CompletedTask;

    /// <summary>Gives what came of the plan: of each step.</summary>
    private protected virtual async Task ConcludeAsync(string domain, ChangeResult result)
    {
        if (!PassThru)
            return;
        foreach (var step in result.Steps)
            await WriteObjectAsync(step).ConfigureAwait(false);
    }

    /// <summary>Asks -WhatIf and -Confirm. A plan without a change needs nobody's consent, but -WhatIf says that there is none.</summary>
    private async Task<bool> MayApplyAsync(ChangePlan plan)
    {
        // The plan's findings have been told as warnings before.
        if (!plan.IsEmpty)
            return await ShouldProcessAsync(plan.Lines, "Make this change?").ConfigureAwait(false);
        if (IsWhatIf)
            await ShouldProcessAsync([.. plan.Lines, "Nothing would be changed."], "").ConfigureAwait(false);
        return !IsWhatIf;
    }
}
