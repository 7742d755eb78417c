using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>The comments of a source that say which strings are policies or records.</summary>
internal static class LanguageComments
{
    private const int Window = 1_024;
    private const int Longest = 32;

    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<(LanguageComment Comment, ExpressionSyntax? Subject)>> ByTree = new();

    /// <summary>Each comment with the expression that it speaks of, if there is one; the misspelt ones too.</summary>
    public static IReadOnlyList<(LanguageComment Comment, ExpressionSyntax? Subject)> In(SyntaxTree tree) =>
        ByTree.GetValue(tree, static whole => MayHaveComment(whole.GetText()) ? [.. Find(whole)] : []);

    public static string? FileOf(ExpressionSyntax expression) => In(expression.SyntaxTree).Count > 0 ? LanguageComment.Before(expression)?.File : null;

    private static IEnumerable<(LanguageComment Comment, ExpressionSyntax? Subject)> Find(SyntaxTree tree)
    {
        foreach (var trivia in tree.GetRoot().DescendantTrivia())
        {
            if (LanguageComment.Read(trivia) is { } comment)
                yield return (comment, LanguageComment.Subject(trivia));
        }
    }

    /// <summary>Almost no file has such a comment, and a look at its characters is cheaper than a walk over its tokens, or a copy of it.</summary>
    private static bool MayHaveComment(SourceText source)
    {
        var window = new char[Math.Min(Window, source.Length)];
        for (var start = 0; start < source.Length; start += Window - Longest)
        {
            var length = Math.Min(window.Length, source.Length - start);
            source.CopyTo(start, window, 0, length);
            if (MayHaveComment(window.AsSpan(0, length)))
                return true;
        }

        return false;
    }

    private static bool MayHaveComment(ReadOnlySpan<char> source)
    {
        for (var at = source.IndexOf("lang".AsSpan()); at >= 0; at = source.IndexOf("lang".AsSpan()))
        {
            source = source.Slice(at + "lang".Length);
            // Behind 'lang' or 'language' and its equals sign, the names of ours and what is nearly one begin so.
            var near = source.Slice(0, Math.Min(source.Length, 20));
            if (near.IndexOf('=') is var name and >= 0 && near.Slice(name + 1).TrimStart() is ['m' or 'M' or 't' or 'T', ..])
                return true;
        }

        return false;
    }
}
