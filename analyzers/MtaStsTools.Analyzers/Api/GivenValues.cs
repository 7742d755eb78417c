using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers.Api;

/// <summary>What an expression sets explicitly: the arguments and the members of its initializer, by name.</summary>
internal sealed class GivenValues
{
    private readonly Dictionary<string, IOperation> _values = new(StringComparer.OrdinalIgnoreCase);

    public static GivenValues Of(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new GivenValues();
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                values._values[parameter.Name] = argument.Value;
        }

        return values;
    }

    public void Add(IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;
        foreach (var item in initializer.Initializers)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
                _values[target.Property.Name] = assignment.Value;
        }
    }

    /// <summary>The value without the conversions that the compiler put around it, or null where nothing is set.</summary>
    public IOperation? Get(string name) => _values.TryGetValue(name, out var value) ? Unconverted(value) : null;

    public ITypeSymbol? TypeOf(string name) => Get(name)?.Type;

    public static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        return value;
    }
}
