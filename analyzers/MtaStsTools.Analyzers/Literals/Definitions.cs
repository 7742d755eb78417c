using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Leads from a name to the expression that defines it.</summary>
internal static class Definitions
{
    /// <summary>
    /// What a name always stands for, where that is written in the same file: the initial value of a local that nothing assigns to, or of a static
    /// readonly field or get-only property that no constructor can change, or the expression behind a static property's arrow; null where it may be another.
    /// </summary>
    public static ExpressionSyntax? OfUnchanging(ISymbol symbol, SemanticModel model, CancellationToken cancellationToken) =>
        OfUnchangingAnywhere(symbol, model, cancellationToken) is { } value && value.SyntaxTree == model.SyntaxTree ? value : null;

    /// <summary>The same, in whatever file of the compilation.</summary>
    public static ExpressionSyntax? OfUnchangingAnywhere(ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        var value = symbol switch
        {
            ILocalSymbol { IsRef: false } => Initializer(symbol, cancellationToken),
            IFieldSymbol { IsReadOnly: true, IsStatic: true } when HasNoStaticConstructor(symbol) => Initializer(symbol, cancellationToken),
            IPropertySymbol { IsStatic: true, SetMethod: null } => Getter(symbol, cancellationToken),
            _ => null,
        };
        if (value is null || !model.Compilation.ContainsSyntaxTree(value.SyntaxTree))
            return null;
        return symbol is ILocalSymbol local && (value.SyntaxTree != model.SyntaxTree || LocalWrites.Any(local, value, model, cancellationToken)) ? null : value;
    }

    /// <summary>The expression behind the equals sign of a field's or local's declaration.</summary>
    public static ExpressionSyntax? Initializer(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declarator ? declarator.Initializer?.Value : null;

    private static ExpressionSyntax? Getter(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax property
            ? property.ExpressionBody?.Expression ?? (HasNoStaticConstructor(symbol) ? property.Initializer?.Value : null)
            : null;

    private static bool HasNoStaticConstructor(ISymbol member) => member.ContainingType.StaticConstructors is [] or [{ IsImplicitlyDeclared: true }];
}
