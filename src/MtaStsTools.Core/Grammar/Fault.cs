namespace MtaStsTools.Grammar;

/// <summary>A problem at its place in a text; it becomes a <see cref="Finding"/> only where it is told.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Offset">First code unit.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Arguments">Values for the rule's message.</param>
/// <param name="IsOfWholeText">Whether it is about something that is not there, so that only the whole text can be marked.</param>
internal readonly record struct Fault(Rule Rule, int Offset, int Length, object?[] Arguments, bool IsOfWholeText = false)
{
    public Finding ToFinding(ReadOnlySpan<char> text, TextSpan span)
    {
        var finding = Rule.At(text, span, Arguments);
        return IsOfWholeText ? finding with { Evidence = null } : finding;
    }
}
