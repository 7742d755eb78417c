using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>A comment <c>// lang=mta-sts-policy file=mta-sts.txt</c>.</summary>
/// <param name="Syntax">The grammar that it names.</param>
/// <param name="File">The file that the text must agree with, or null.</param>
/// <param name="FileSpan">Where the comment names the file.</param>
internal sealed record LanguageComment(TextSyntax Syntax, string? File, SourceSpan FileSpan)
{
    private static readonly Regex Pattern = new(
        @"^(?://+|/\*+)\s*lang(?:uage)?\s*=\s*(?<name>[a-z-]+)(?:\s+file\s*=\s*(?<file>""[^""]+""|[^\s*""]+))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static LanguageComment? Read(SyntaxTrivia trivia)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            return null;
        var match = Pattern.Match(trivia.ToString());
        if (!match.Success || TextSyntaxNames.FromComment(match.Groups["name"].Value) is var syntax && syntax == TextSyntax.None)
            return null;
        var file = match.Groups["file"];
        return new LanguageComment(syntax, file.Success ? file.Value.Trim('"') : null, new SourceSpan(trivia.SpanStart + file.Index, file.Length));
    }

    /// <summary>The expression that the comment stands before: a string, or the value of the one thing that the next statement or member sets.</summary>
    public static ExpressionSyntax? Subject(SyntaxTrivia trivia)
    {
        var token = trivia.Token;
        if (trivia.SpanStart >= token.Span.End)
        {
            // Behind a finished statement a comment speaks of that one, and elsewhere of what follows.
            if (token.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken)
                return null;
            token = token.GetNextToken();
        }

        if (StringAt(token) is { } direct)
            return direct;
        for (var node = token.Parent; node is not null && node.GetFirstToken() == token; node = node.Parent)
        {
            if (ValueOf(node) is { } value)
                return value;
        }

        return null;
    }

    /// <summary>The comment that stands before the expression.</summary>
    public static LanguageComment? Before(ExpressionSyntax expression)
    {
        for (SyntaxNode? node = expression; node is not null; node = node.Parent)
        {
            var first = node.GetFirstToken();
            foreach (var trivia in first.GetPreviousToken().TrailingTrivia.Concat(first.LeadingTrivia))
            {
                if (Read(trivia) is { } comment && Subject(trivia) is { } subject && subject.Span.Contains(expression.Span))
                    return comment;
            }

            if (node is StatementSyntax or MemberDeclarationSyntax)
                return null;
        }

        return null;
    }

    private static ExpressionSyntax? StringAt(SyntaxToken token)
    {
        if (token.Parent is not (LiteralExpressionSyntax or InterpolatedStringExpressionSyntax) || token.IsKind(SyntaxKind.NumericLiteralToken))
            return null;
        var expression = (ExpressionSyntax)token.Parent;
        while (expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && sum.Left == expression)
            expression = sum;
        return expression;
    }

    private static ExpressionSyntax? ValueOf(SyntaxNode node) => node switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => variable.Initializer?.Value,
        BaseFieldDeclarationSyntax { Declaration.Variables: [var variable] } => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        AssignmentExpressionSyntax assignment => assignment.Right,
        ReturnStatementSyntax statement => statement.Expression,
        ArgumentSyntax argument => argument.Expression,
        _ => null,
    };
}
