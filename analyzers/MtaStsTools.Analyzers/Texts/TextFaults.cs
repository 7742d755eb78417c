using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Names;
using MtaStsTools.Grammar.Policy;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>What the grammars find in a text, before it is put into words: for texts that are only compared.</summary>
internal static class TextFaults
{
    public static IReadOnlyList<Fault> Of(ReadOnlySpan<char> text, TextSyntax syntax, PolicyAdvice advice) => syntax switch
    {
        TextSyntax.Policy => OfPolicy(text, advice),
        TextSyntax.Record => OfRecord(text, RecordDialect.MtaSts),
        TextSyntax.TlsRpt => OfRecord(text, RecordDialect.TlsRpt),
        TextSyntax.DomainName => OfName(text),
        _ => [],
    };

    /// <summary>Whether both say the same in the same words; where they say it does not count.</summary>
    public static bool SayTheSame(in Fault one, in Fault other) =>
        one.Rule == other.Rule && one.Severity == other.Severity && one.Arguments.SequenceEqual(other.Arguments);

    private static IReadOnlyList<Fault> OfPolicy(ReadOnlySpan<char> text, PolicyAdvice advice)
    {
        var grammar = new PolicyGrammar(text, advice, stackalloc PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        return grammar.Faults.Told;
    }

    private static IReadOnlyList<Fault> OfRecord(ReadOnlySpan<char> text, RecordDialect dialect)
    {
        var grammar = new RecordGrammar(text, dialect, stackalloc RecordField[RecordGrammar.Room]);
        grammar.Read();
        return grammar.Faults.Told;
    }

    private static IReadOnlyList<Fault> OfName(ReadOnlySpan<char> text)
    {
        var faults = default(FaultBuffer);
        return DomainNameGrammar.Read(text, ref faults) is null ? faults.Told : [];
    }
}
