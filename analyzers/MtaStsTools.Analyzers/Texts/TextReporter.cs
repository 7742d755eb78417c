using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Files;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Turns the grammar's findings about a text into diagnostics.</summary>
internal sealed class TextReporter(AnalyzerOptions options)
{
    private readonly TextUses _uses = new();
    private readonly PolicyFileReferences _files = new(options.AdditionalFiles);

    public void Report(FoundText found)
    {
        if (_uses.Speaks(found))
            ReportFindings(found);
        if (found is { Syntax: TextSyntax.Policy, Comment: { File: not null } comment })
            _files.Compare(found.Text, comment, found.Use.SyntaxTree, found.Report, found.CancellationToken);
    }

    private void ReportFindings(FoundText found)
    {
        var (text, syntax) = (found.Text, found.Syntax);
        if (TextAssessor.Mistaken(text.Value, syntax) is var actual and not TextSyntax.None)
        {
            found.Report(Create(ApiRules.SwappedText.On(subject: null, actual.Describe(), syntax.Describe()), text.Expression.GetLocation(), text, syntax));
            return;
        }

        var advice = Thresholds.Read(options.AnalyzerConfigOptionsProvider.GetOptions(text.Expression.SyntaxTree));
        foreach (var finding in TextAssessor.Assess(text.Value, syntax, advice))
            found.Report(Create(finding, text.Locate(finding.Offset ?? 0, finding.Length ?? 0), text, syntax));
    }

    /// <summary>A diagnostic that its code fix can understand.</summary>
    public static Diagnostic Create(Finding finding, Location location, ConstantText text, TextSyntax syntax) => Diagnostic.Create(
        Descriptors.Of(finding),
        location,
        new FixProperties(text.Expression.Span, syntax, finding.Fix).ToDictionary(),
        finding.Message);
}
