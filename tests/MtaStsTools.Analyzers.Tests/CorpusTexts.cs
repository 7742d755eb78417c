using MtaStsTools.Analyzers.Texts;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>The texts of the corpus, each with what it is meant for; those that are another kind of text altogether are left out.</summary>
internal static class CorpusTexts
{
    private static readonly string Directory = CorpusReader.Find();

    public static readonly (string Text, TextSyntax Syntax)[] All =
    [
        .. CorpusReader.Policies(Directory).Select(item => (item.Text, TextSyntax.Policy))
            .Concat(CorpusReader.Records(Directory).SelectMany(item => item.Texts).Select(text => (text, TextSyntax.Record)))
            .Concat(CorpusReader.TlsRpt(Directory).SelectMany(item => item.Texts).Select(text => (text, TextSyntax.TlsRpt)))
            .Distinct()
            .Where(item => TextAssessor.Mistaken(item.Item1, item.Item2) == TextSyntax.None),
    ];
}
