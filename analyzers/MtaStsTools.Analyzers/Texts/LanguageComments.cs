using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>The comments of a source that say which strings are policies or records.</summary>
internal static class LanguageComments
{
    /// <summary>Each comment with the expression that it speaks of, if there is one; the misspelt ones too.</summary>
    public static IEnumerable<(LanguageComment Comment, ExpressionSyntax? Subject)> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!MayHaveComment(tree.GetText(cancellationToken).ToString()))
            yield break;
        foreach (var trivia in tree.GetRoot(cancellationToken).DescendantTrivia())
        {
            if (LanguageComment.Read(trivia) is { } comment)
                yield return (comment, LanguageComment.Subject(trivia));
        }
    }

    public static string? FileOf(ExpressionSyntax expression) => LanguageComment.Before(expression)?.File;

    /// <summary>Almost no file has such a comment, and a look at its characters is cheaper than a walk over its tokens.</summary>
    private static bool MayHaveComment(string source)
    {
        for (var at = source.IndexOf("lang", StringComparison.Ordinal); at >= 0; at = source.IndexOf("lang", at + 1, StringComparison.Ordinal))
        {
            // Behind 'lang' or 'language' and its equals sign, the names of ours and what is nearly one begin so.
            var name = source.IndexOf('=', at, Math.Min(source.Length - at, 16));
            if (name >= 0 && source.AsSpan(name + 1, Math.Min(8, source.Length - name - 1)).TrimStart() is ['m' or 'M' or 't' or 'T', ..])
                return true;
        }

        return false;
    }
}
