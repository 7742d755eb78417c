using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Asks the library what there is to say about a text.</summary>
internal static class TextAssessor
{
    private static readonly RecentResults<(TextSyntax Syntax, PolicyAdvice Advice, string Text), IReadOnlyList<Finding>> Recent = new(key => key.Text.Length);

    public static IReadOnlyList<Finding> Assess(string text, TextSyntax syntax, PolicyAdvice advice)
    {
        var key = (syntax, advice, text);
        return Recent.TryGet(key, out var known) ? known : Recent.Keep(key, AssessAnew(text, syntax, advice));
    }

    /// <summary>The same for a text that nobody will ask about again.</summary>
    public static IReadOnlyList<Finding> AssessAnew(string text, TextSyntax syntax, PolicyAdvice advice) => syntax switch
    {
        TextSyntax.Policy => MtaStsPolicy.Validate(text.AsSpan(), advice),
        TextSyntax.Record => MtaStsRecord.Validate(text),
        TextSyntax.TlsRpt => TlsRptRecord.Validate(text),
        TextSyntax.DomainName => DomainName.TryParse(text, out _, out var findings) ? [] : findings,
        _ => [],
    };

    public static bool IsPolicyWithoutError(string text) => Assess(text, TextSyntax.Policy, PolicyAdvice.Default).All(finding => finding.Severity != Severity.Error);

    /// <summary>What the text is, where that is something other than what it is given to; else <see cref="TextSyntax.None"/>.</summary>
    public static TextSyntax Mistaken(string text, TextSyntax expected)
    {
        var actual = Recognize(text.AsSpan());
        return actual == expected ? TextSyntax.None : actual;
    }

    /// <summary>Only what begins as the RFC has it counts: nothing is guessed from the look of a text.</summary>
    public static TextSyntax Recognize(ReadOnlySpan<char> text)
    {
        if (RecordDialect.MtaSts.Counts(text))
            return TextSyntax.Record;
        if (RecordDialect.TlsRpt.Counts(text))
            return TextSyntax.TlsRpt;
        return text.StartsWith("version:".AsSpan()) ? TextSyntax.Policy : TextSyntax.None;
    }
}
