using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Api;

/// <summary>The values that an operation can turn out to be.</summary>
internal static class OperationBranches
{
    public static IEnumerable<IOperation> Of(IOperation value) => GivenValues.Unconverted(value) switch
    {
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } other } choice => Of(choice.WhenTrue).Concat(Of(other)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)),
        ICoalesceOperation choice => Of(choice.Value).Concat(Of(choice.WhenNull)),
        var plain => [plain],
    };

    /// <summary>What a name stands for, where that is certain and in the same file; the operation itself where it is no name.</summary>
    public static IOperation? Definition(IOperation? value, CancellationToken cancellationToken)
    {
        ISymbol? symbol = value switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IFieldReferenceOperation { Field: { IsConst: false } field } => field,
            IPropertyReferenceOperation { Property: var property } => property,
            _ => null,
        };
        if (symbol is null || value!.ConstantValue.HasValue)
            return value;
        return value.SemanticModel is { } model && Definitions.OfUnchanging(symbol, model, cancellationToken) is { } definition ? model.GetOperation(definition, cancellationToken) : null;
    }
}
