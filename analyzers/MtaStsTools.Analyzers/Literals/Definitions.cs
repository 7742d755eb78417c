using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Leads from a name to the expression that defines it.</summary>
internal static class Definitions
{
    /// <summary>The initial value of a local that nothing assigns to, or of a static readonly field that no constructor can change; null where it may be another.</summary>
    public static ExpressionSyntax? OfUnchanging(ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        var value = symbol is ILocalSymbol { IsRef: false } or IFieldSymbol { IsReadOnly: true, IsStatic: true, ContainingType.StaticConstructors: [] or [{ IsImplicitlyDeclared: true }] }
            ? Initializer(symbol, cancellationToken)
            : null;
        if (value is null || value.SyntaxTree != model.SyntaxTree)
            return null;
        return symbol is ILocalSymbol local && LocalWrites.Any(local, value, model, cancellationToken) ? null : value;
    }

    /// <summary>The expression behind the equals sign of a field's or local's declaration.</summary>
    public static ExpressionSyntax? Initializer(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declarator ? declarator.Initializer?.Value : null;
}
