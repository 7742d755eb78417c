using System.Management.Automation;
using MtaStsTools.PowerShell.Completion;

namespace MtaStsTools.PowerShell.Completion;

/// <summary>Offers the ids of the catalogue, with their titles.</summary>
public sealed class RuleIdCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Values => RuleCatalog.All.Select(
        rule => new CompletionResult(rule.Id, rule.Id, CompletionResultType.ParameterValue, $"{rule.Title} ({rule.Severity})"));
}
