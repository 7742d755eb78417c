using System.Management.Automation;

namespace MtaStsTools.PowerShell.Completion;

/// <summary>Offers the durations that roll-outs use.</summary>
public sealed class DurationCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Values { get; } =
    [
        Value("1d", "A day (86400 s): testing, and before a removal"),
        Value("1w", "A week (604800 s): the least for enforce"),
        Value("4w", "Four weeks (2419200 s): enforce, once it is stable"),
        Value("26w", "Half a year (15724800 s): enforce, long proven"),
    ];

    private static CompletionResult Value(string text, string meaning) => new(text, text, CompletionResultType.ParameterValue, meaning);
}
