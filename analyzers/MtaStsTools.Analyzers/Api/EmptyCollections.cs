using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Recognizes expressions that certainly give a collection without items.</summary>
internal static class EmptyCollections
{
    public static bool Contains(IOperation operation, CancellationToken cancellationToken)
    {
        if (IsEmpty(operation))
            return true;
        // What can be added to may no longer be as empty as it began.
        return operation.Type is IArrayTypeSymbol or { Name: "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "ImmutableArray" or "ImmutableList" }
            && OperationBranches.Definition(operation, cancellationToken) is { } definition && definition != operation && IsEmpty(GivenValues.Unconverted(definition)) && !CanGrow(definition);
    }

    private static bool CanGrow(IOperation definition) => GivenValues.Unconverted(definition) is IObjectCreationOperation;

    private static bool IsEmpty(IOperation operation) => operation switch
    {
        // Its operation is younger than the compiler that this is built for; its syntax is not.
        { Syntax: CollectionExpressionSyntax collection } => collection.Elements.Count == 0,
        IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => true,
        IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null or { Initializers.IsEmpty: true } } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true, Parameters.IsEmpty: true } } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true, ContainingType.Name: "ImmutableArray" or "ImmutableList" } } => true,
        _ => false,
    };
}
