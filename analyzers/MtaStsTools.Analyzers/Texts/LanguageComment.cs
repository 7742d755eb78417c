using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>A comment <c>// lang=mta-sts-policy file=mta-sts.txt</c>.</summary>
/// <param name="Syntax">The grammar that it names; none where the name is misspelt.</param>
/// <param name="Name">The name that is written.</param>
/// <param name="NameSpan">Where the comment has the name.</param>
/// <param name="File">The file that the text must agree with, or null.</param>
/// <param name="FileSpan">Where the comment names the file.</param>
internal sealed record LanguageComment(TextSyntax Syntax, string Name, SourceSpan NameSpan, string? File, SourceSpan FileSpan)
{
    /// <summary>The property of a diagnostic that has the right name.</summary>
    public const string MeantProperty = "meant";

    private static readonly Regex Pattern = new(
        @"^(?://+|/\*+)\s*lang(?:uage)?\s*=\s*(?<name>[\w-]+)(?:\s+file\s*=\s*(?<file>""[^""]+""|[^\s*""]+))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static LanguageComment? Read(SyntaxTrivia trivia)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            return null;
        var match = Pattern.Match(trivia.ToString());
        if (!match.Success)
            return null;
        var (name, file) = (match.Groups["name"], match.Groups["file"]);
        var comment = new LanguageComment(
            TextSyntaxNames.FromComment(name.Value), name.Value, new SourceSpan(trivia.SpanStart + name.Index, name.Length),
            file.Success ? file.Value.Trim('"') : null, new SourceSpan(trivia.SpanStart + file.Index, file.Length));
        return comment.Syntax == TextSyntax.None && comment.Meant is null ? null : comment;
    }

    /// <summary>The right name, where the one that is written is nearly one of ours.</summary>
    public string? Meant => TextSyntaxNames.NearComment(Name);

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
        if (token.Parent is ConditionalExpressionSyntax choice && (token == choice.QuestionToken || token == choice.ColonToken))
            return token == choice.QuestionToken ? choice.WhenTrue : choice.WhenFalse;
        for (var node = token.Parent; node is not null && node.GetFirstToken() == token; node = node.Parent)
        {
            if (ValueOf(node) is { } value)
                return value is LambdaExpressionSyntax { ExpressionBody: { } body } ? body : value;
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
                if (Read(trivia) is { Syntax: not TextSyntax.None } comment && Subject(trivia) is { } subject && subject.Span.Contains(expression.Span))
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
        BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax function => function.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody?.Expression,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody?.Expression,
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        SwitchExpressionArmSyntax arm => arm.Expression,
        YieldStatementSyntax statement => statement.Expression,
        AssignmentExpressionSyntax assignment => assignment.Right,
        ReturnStatementSyntax statement => statement.Expression,
        ArgumentSyntax argument => argument.Expression,
        _ => null,
    };
}
