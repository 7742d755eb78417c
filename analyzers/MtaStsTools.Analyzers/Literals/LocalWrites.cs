using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Whether a local ever gets another value than its first.</summary>
internal static class LocalWrites
{
    public static bool Any(ILocalSymbol local, SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        var scope = declaration.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        return scope is not null && scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == local.Name && (MayWrite(name) || MayWriteReceiver(name, local, model, cancellationToken))
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));
    }

    private static bool MayWrite(ExpressionSyntax name) => name.Parent switch
    {
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => MayWrite((ExpressionSyntax)name.Parent),
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.AddressOfExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax => true,
        _ => false,
    };

    /// <summary>An extension method may take a value by reference, and does so without a word at the call.</summary>
    private static bool MayWriteReceiver(ExpressionSyntax name, ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        while (name.Parent is ParenthesizedExpressionSyntax parenthesized)
            name = parenthesized;
        return local.Type.IsValueType && name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
            && !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(access, cancellationToken).Symbol?.ContainingType, local.Type);
    }
}
