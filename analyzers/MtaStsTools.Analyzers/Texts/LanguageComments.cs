using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>The comments of a source that say which strings are policies or records.</summary>
internal static class LanguageComments
{
    /// <summary>Each comment with the expression that it speaks of.</summary>
    public static IEnumerable<(LanguageComment Comment, ExpressionSyntax Subject)> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!MayHaveComment(tree.GetText(cancellationToken).ToString()))
            yield break;
        foreach (var trivia in tree.GetRoot(cancellationToken).DescendantTrivia())
        {
            if (LanguageComment.Read(trivia) is { } comment && LanguageComment.Subject(trivia) is { } subject)
                yield return (comment, subject);
        }
    }

    public static string? FileOf(ExpressionSyntax expression) => LanguageComment.Before(expression)?.File;

    /// <summary>Almost no file has such a comment, and a look at its characters is cheaper than a walk over its tokens.</summary>
    private static bool MayHaveComment(string source) =>
        source.IndexOf("mta-sts-", StringComparison.Ordinal) >= 0 || source.IndexOf("tlsrpt-record", StringComparison.Ordinal) >= 0;
}
