using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// Tells the texts that the code around them counts on to be bad: those of a test that wants an exception or a false, and those of a
/// <c>TryParse</c> whose result is negated or not looked at.
/// </summary>
internal static class ExpectedFailures
{
    public static bool Expect(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        for (SyntaxNode node = text; node.Parent is { } parent && parent is not (MemberDeclarationSyntax and not GlobalStatementSyntax); node = parent)
        {
            switch (parent)
            {
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when ExpectsFailure(call) || (NameOf(call) == "TryParse" && IsUnasked(call)):
                    return true;
                // A test says what it does first, and what must come of it later.
                case AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } when model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol local:
                    return UsesOf(local, variable).Any(use => ExpectsFailure(use));
                case LocalFunctionStatementSyntax function when model.GetDeclaredSymbol(function, cancellationToken) is { } local:
                    return UsesOf(local, function).Any(use => ExpectsFailure(use));
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether a call is, or leads on to, one that wants an exception or a false.</summary>
    private static bool ExpectsFailure(SyntaxNode node)
    {
        for (var current = node; current is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; current = current.Parent)
        {
            if (current is InvocationExpressionSyntax call && IsExpectation(call))
                return true;
        }

        return false;
    }

    private static bool IsExpectation(InvocationExpressionSyntax call) => NameOf(call) switch
    {
        "Throws" or "ThrowsAny" or "ThrowsAsync" or "ThrowsAnyAsync" or "ThrowsException" or "ThrowsExceptionAsync" or "ThrowsExactly" or "ThrowsExactlyAsync" or "Catch" or "CatchAsync" or "RecordException" => true,
        "Throw" or "ThrowAsync" or "ThrowExactly" or "ThrowExactlyAsync" or "ShouldThrow" or "ShouldThrowAsync" => true,
        "Exception" or "ExceptionAsync" => ReceiverOf(call) == "Record",
        "False" or "IsFalse" or "BeFalse" or "ShouldBeFalse" => true,
        "That" => call.ArgumentList.Arguments is [_, { Expression: var constraint }, ..] && Names(constraint) is { } names && (names.Contains("False") || names.Contains("Throws")),
        _ => false,
    };

    private static bool IsUnasked(InvocationExpressionSyntax call)
    {
        SyntaxNode whole = call;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
            whole = parenthesized;
        return whole.Parent switch
        {
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ExpressionStatementSyntax => true,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression } } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.FalseLiteralExpression } => true,
            _ => false,
        };
    }

    private static IEnumerable<SyntaxNode> UsesOf(ISymbol local, SyntaxNode declaration) =>
        declaration.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax) is { } scope
            ? scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name)
            : [];

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static string ReceiverOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } ? receiver.GetLastToken().ValueText : "";

    private static HashSet<string> Names(ExpressionSyntax constraint) =>
        [.. constraint.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
}
