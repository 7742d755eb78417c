using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers;

/// <summary>Judges the strings that a comment says are policies or records.</summary>
internal static class LanguageComments
{
    public static void Analyze(SemanticModelAnalysisContext context, TextReporter reporter)
    {
        var source = context.SemanticModel.SyntaxTree.GetText(context.CancellationToken).ToString();
        if (!MayHaveComment(source))
            return;
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        foreach (var trivia in root.DescendantTrivia())
        {
            if (LanguageComment.Read(trivia) is not { } comment || LanguageComment.Subject(trivia) is not { } expression)
                continue;
            reporter.ReportUnderComment(expression, comment, context);
        }
    }

    public static string? FileOf(ExpressionSyntax expression) => LanguageComment.Before(expression)?.File;

    /// <summary>Almost no file has such a comment, and a look at its characters is cheaper than a walk over its tokens.</summary>
    private static bool MayHaveComment(string source) =>
        source.IndexOf("mta-sts-", StringComparison.Ordinal) >= 0 || source.IndexOf("tlsrpt-record", StringComparison.Ordinal) >= 0;
}
