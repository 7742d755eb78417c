namespace MtaStsTools.Grammar;

/// <summary>A problem at its place in a text; it becomes a <see cref="Finding"/> only where it is told.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Offset">First code unit.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Arguments">Values for the rule's message.</param>
internal readonly record struct Fault(Rule Rule, int Offset, int Length, object?[] Arguments)
{
    /// <summary>Whether it is about something that is not there, so that only the whole text can be marked.</summary>
    public bool IsOfWholeText { get; init; }

    /// <summary>The severity, where it is not the rule's own.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    public Finding ToFinding(ReadOnlySpan<char> text, TextSpan span)
    {
        var finding = Rule.At(text, span, Arguments) with { Severity = Severity };
        return IsOfWholeText ? finding with { Evidence = null } : finding;
    }
}
