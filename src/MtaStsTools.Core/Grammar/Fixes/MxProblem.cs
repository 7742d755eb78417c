namespace MtaStsTools.Grammar.Fixes;

/// <summary>A fault of one mx value.</summary>
/// <param name="Value">The whole value.</param>
/// <param name="At">Where in the value the fault begins.</param>
/// <param name="Length">Number of code units of the fault.</param>
/// <param name="LineEnd">How lines of the text end that the value stands in.</param>
internal readonly record struct MxProblem(string Value, int At, int Length, string LineEnd)
{
    /// <summary>The value from a place on is replaced; null where nothing better is known.</summary>
    public TextFix? Replace(int start, string? corrected) => corrected is null ? null : new TextFix(start, Value.Length - start, corrected);
}
