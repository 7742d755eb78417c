using System.Management.Automation;
using MtaStsTools.Publishing;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of domains that is worked out as a plan, shown, consented to and made; what it came to is told in one way, whatever is changed.</summary>
public abstract class PlanCmdlet : ObservingCmdlet
{
    private bool _isWhatIf;

    /// <summary>Return what came of the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _isWhatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
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
            await WriteErrorAsync(ProviderErrors.Create(exception.Cause, domain)).ConfigureAwait(false);
        }
        catch (ChangeStoppedException exception)
        {
            await WriteErrorAsync(Stop(domain, exception)).ConfigureAwait(false);
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
            await WriteErrorAsync(Refusal(domain, plan)).ConfigureAwait(false);
            return;
        }

        foreach (var step in plan.Steps)
            WriteVerbose($"{domain}: {step.Reason} {step.Precondition} {step.Action} {step.Verification}");
        if (!await MayApplyAsync(plan).ConfigureAwait(false))
            return;

        var result = await apply(plan).ConfigureAwait(false);
        var found = result.Findings.Except(plan.Findings).ToList();
        InvalidText.Warn(this, found);
        if (PassThru)
        {
            foreach (var step in result.Steps)
                await WriteObjectAsync(step).ConfigureAwait(false);
        }

        if (found.HasError())
            await WriteErrorAsync(NotVerified(domain, found)).ConfigureAwait(false);
    }

    /// <summary>Asks -WhatIf and -Confirm. A plan without a change needs nobody's consent, but -WhatIf says that there is none.</summary>
    private async Task<bool> MayApplyAsync(ChangePlan plan)
    {
        if (!plan.IsEmpty)
            return await ShouldProcessAsync(Describe(plan), "Make this change?").ConfigureAwait(false);
        if (_isWhatIf)
            await ShouldProcessAsync([.. Describe(plan), "Nothing would be changed."], "").ConfigureAwait(false);
        return !_isWhatIf;
    }

    // Its findings have been told as warnings before.
    private static IEnumerable<string> Describe(ChangePlan plan) => plan.Steps.SelectMany(step => $"{step}".Split('\n'));

    private static ErrorRecord Refusal(string domain, ChangePlan plan)
    {
        var first = plan.Findings.First(finding => finding.Severity == Severity.Error);
        var refusal = new PublishRefusedException(plan);

        // Nothing can be published or removed beside an alias, whatever the force.
        var advice = first.IsOf(PublishingRules.RecordDelegated) ? first.Remedy : $"{first.Remedy} To go on all the same, use -Force.";
        return CommandError.Create("ChangeRefused", ErrorCategory.InvalidOperation, refusal.Message, domain, advice, refusal);
    }

    /// <summary>All was written, and a look at the end shows that it did not come out as it was meant.</summary>
    private static ErrorRecord NotVerified(string domain, List<Finding> findings)
    {
        var errors = findings.FindAll(finding => finding.Severity == Severity.Error);
        return CommandError.Create(
            "ChangeNotVerified", ErrorCategory.InvalidResult, string.Join(" ", errors.Select(finding => $"{finding.Id}: {finding.Message}")), domain, errors[0].Remedy);
    }

    /// <summary>What is done by now stays done, and the message says so: a look at the world has failed, not a change.</summary>
    private static ErrorRecord Stop(string domain, ChangeStoppedException exception)
    {
        var done = string.Join(" ", exception.Result.Steps.Where(step => step.Changed).Select(step => $"{step}"));
        return CommandError.Create(
            "ChangeStopped",
            ErrorCategory.InvalidResult,
            exception.Message + (done.Length == 0 ? "" : $" Done before: {done}"),
            domain,
            $"{exception.Findings[0].Remedy} Then run the command again; what is done is not done twice.",
            exception);
    }
}
