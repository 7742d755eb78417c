using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Files;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Turns the grammar's findings about a text into diagnostics.</summary>
internal sealed class TextReporter(AnalyzerOptions options) : TextVisitor
{
    private readonly TextUses _uses = new();
    private readonly PolicyFileReferences _files = new(options.AdditionalFiles);

    public override bool SeesHoles => true;

    public override void Visit(FoundText found)
    {
        if (_uses.Speaks(found))
            ReportFindings(found);
        if (found is { Syntax: TextSyntax.Policy, Comment: { File: not null } comment })
            _files.Compare(found.Text, comment, found.Use.SyntaxTree, found.Report, found.CancellationToken);
    }

    /// <summary>Of a text with holes only what is true whatever stands in them.</summary>
    public override void Visit(FoundPartialText found)
    {
        if (!_uses.Speaks(found))
            return;
        var text = found.Text;
        var findings = PartialTextAssessor.Assess(text, found.Syntax, AdviceFor(text.Expression));
        if (findings.Count == 0)
            return;
        var isExpected = ExpectedFailures.Expect(found.Use, found.Model, found.CancellationToken);
        foreach (var finding in findings)
            found.Report(Create(finding, Location.Create(text.Expression.SyntaxTree, text.SpanOf(finding.Offset ?? 0, finding.Length ?? 0)), text.Expression, found.Syntax, isExpected));
    }

    public override void VisitMisspelt(LanguageComment comment, SyntaxTree tree, Action<Diagnostic> report)
    {
        var finding = FileRules.UnknownLanguage.On(subject: null, comment.Name, comment.Meant);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(LanguageComment.MeantProperty, comment.Meant);
        report(Diagnostic.Create(Descriptors.Of(finding), Location.Create(tree, comment.NameSpan), properties, finding.Arguments.Values));
    }

    private void ReportFindings(FoundText found)
    {
        var (text, syntax) = (found.Text, found.Syntax);
        if (TextAssessor.Mistaken(text.Value, syntax) is var actual and not TextSyntax.None)
        {
            found.Report(Create(ApiRules.SwappedText.On(subject: null, actual.Describe(), syntax.Describe()), text.Expression.GetLocation(), text.Expression, syntax, IsExpected()));
            return;
        }

        var findings = TextAssessor.Assess(text.Value, syntax, AdviceFor(text.Expression));
        if (findings.Count == 0)
            return;
        var isExpected = IsExpected();
        foreach (var finding in findings)
            found.Report(Create(finding, text.Locate(finding.Offset ?? 0, finding.Length ?? 0), text.Expression, syntax, isExpected));

        bool IsExpected() => ExpectedFailures.Expect(found.Use, found.Model, found.CancellationToken);
    }

    private PolicyAdvice AdviceFor(ExpressionSyntax expression) => Thresholds.Read(options.AnalyzerConfigOptionsProvider.GetOptions(expression.SyntaxTree));

    /// <summary>A diagnostic that its code fix can understand.</summary>
    /// <param name="finding">What there is to say.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="expression">The expression that the text is written as.</param>
    /// <param name="syntax">The grammar that it is meant to follow.</param>
    /// <param name="isExpected">Whether the code around it counts on a bad text: it is then a suggestion.</param>
    public static Diagnostic Create(Finding finding, Location location, ExpressionSyntax expression, TextSyntax syntax, bool isExpected = false)
    {
        var descriptor = Descriptors.Of(finding);
        var properties = new FixProperties(expression.Span, syntax, finding.Fix).ToDictionary();
        return isExpected && descriptor.DefaultSeverity > DiagnosticSeverity.Info
            ? Diagnostic.Create(descriptor, location, DiagnosticSeverity.Info, additionalLocations: null, properties, finding.Arguments.Values)
            : Diagnostic.Create(descriptor, location, properties, finding.Arguments.Values);
    }
}
