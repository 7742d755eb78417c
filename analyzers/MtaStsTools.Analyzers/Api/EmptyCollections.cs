using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Recognizes expressions that certainly give a collection without items.</summary>
internal static class EmptyCollections
{
    public static bool Contains(IOperation operation) => operation switch
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
