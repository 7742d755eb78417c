using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace MtaStsTools.PowerShell.Completion;

/// <summary>Completes a parameter from a list of values that begin with what was typed, in whatever quotes it was typed.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    /// <summary>All values, in the order in which Tab offers them.</summary>
    protected abstract IEnumerable<CompletionResult> Values { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return Values.Where(value => value.ListItemText.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }
}
