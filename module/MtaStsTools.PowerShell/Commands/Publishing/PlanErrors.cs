using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>How a plan that was not carried out to its end becomes an error record: why, and what state things are in.</summary>
internal static class PlanErrors
{
    public static ErrorRecord Refusal(string domain, ChangePlan plan)
    {
        var first = plan.Findings.First(finding => finding.Severity == Severity.Error);
        var refusal = new PublishRefusedException(plan);

        // Nothing can be published or removed beside an alias, whatever the force.
        var advice = first.IsOf(PublishingRules.RecordDelegated) ? first.Remedy : $"{first.Remedy} To go on all the same, use -Force.";
        return CommandError.Create("ChangeRefused", ErrorCategory.InvalidOperation, refusal.Message, domain, advice, refusal);
    }

    public static ErrorRecord Of(ChangeFailedException exception, string domain)
    {
        var record = ProviderErrors.Create(exception.Cause, domain);
        if (exception.Result.Steps.Count > 1)
            record.ErrorDetails = new ErrorDetails($"{record.ErrorDetails.Message} {State(exception.Result)}") { RecommendedAction = $"{record.ErrorDetails.RecommendedAction} The same command again carries on." };
        return record;
    }

    public static ErrorRecord Of(ChangeStoppedException exception, string domain) => CommandError.Create(
        "ChangeStopped",
        ErrorCategory.InvalidResult,
        $"{exception.Message} {State(exception.Result)}",
        domain,
        $"{exception.Findings[0].Remedy} The same command again carries on.",
        exception);

    /// <summary>All was written, and a look at the end shows that it did not come out as it was meant.</summary>
    public static ErrorRecord NotVerified(string domain, IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        return CommandError.Create(
            "ChangeNotVerified", ErrorCategory.InvalidResult, string.Join(" ", errors.Select(finding => $"{finding.Id}: {finding.Message}")), domain, errors[0].Remedy);
    }

    private static string State(ChangeResult result) => $"So far: {string.Join(" ", result.Steps.Select((step, index) => $"{index + 1}. {step}"))}";
}
