using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Names;
using MtaStsTools.Grammar.Policy;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Runs a text through the library's grammar.</summary>
internal static class TextAssessor
{
    public static IReadOnlyList<Finding> Assess(string text, TextSyntax syntax, PolicyAdvice advice) => syntax switch
    {
        TextSyntax.Policy => AssessPolicy(text, advice),
        TextSyntax.Record => AssessRecord(text, RecordDialect.MtaSts),
        TextSyntax.TlsRpt => AssessRecord(text, RecordDialect.TlsRpt),
        TextSyntax.DomainName => AssessDomainName(text),
        _ => [],
    };

    public static bool IsPolicyWithoutError(string text) => !AssessPolicy(text, PolicyAdvice.Default).Any(finding => finding.Severity == Severity.Error);

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

    private static IReadOnlyList<Finding> AssessPolicy(string text, PolicyAdvice advice)
    {
        var grammar = new PolicyGrammar(text.AsSpan(), advice, stackalloc PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        return grammar.Findings.ToList();
    }

    private static IReadOnlyList<Finding> AssessDomainName(string text)
    {
        var findings = default(FindingBuffer);
        _ = DomainNameGrammar.Read(text.AsSpan(), ref findings);
        return findings.ToList();
    }

    private static IReadOnlyList<Finding> AssessRecord(string text, RecordDialect dialect)
    {
        var grammar = new RecordGrammar(text.AsSpan(), dialect, stackalloc RecordField[RecordGrammar.Room]);
        grammar.Read();
        return grammar.Findings.ToList();
    }
}
