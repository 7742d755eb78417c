using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Computes what the compiler does not: <c>TimeSpan</c> has no constants of its own.</summary>
internal static class TimeSpanFolder
{
    private const int MaxDepth = 32;

    public static FoldedTime? Fold(IOperation operation, CancellationToken cancellationToken) => Fold(operation, 0, cancellationToken);

    private static FoldedTime? Fold(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return null;
        try
        {
            return operation switch
            {
                IParenthesizedOperation parenthesized => Fold(parenthesized.Operand, depth + 1, cancellationToken),
                IConversionOperation { IsImplicit: true } conversion => Fold(conversion.Operand, depth + 1, cancellationToken),
                IInvocationOperation call when IsTimeSpan(call.TargetMethod.ContainingType) => FoldCall(call, depth, cancellationToken),
                IObjectCreationOperation creation when IsTimeSpan(creation.Type) => FoldCreation(creation),
                IFieldReferenceOperation { Field: { IsStatic: true } field } when IsTimeSpan(field.ContainingType) => FoldField(field.Name),
                IFieldReferenceOperation { Field: var field } => FoldDefinition(field, operation, depth, cancellationToken),
                ILocalReferenceOperation { Local: var local } => FoldDefinition(local, operation, depth, cancellationToken),
                IPropertyReferenceOperation { Property: var property } => FoldDefinition(property, operation, depth, cancellationToken),
                IBinaryOperation binary => FoldBinary(binary, depth, cancellationToken),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Fold(minus.Operand, depth + 1, cancellationToken) is { } value ? new FoldedTime(-value.Value) : null,
                IDefaultValueOperation when IsTimeSpan(operation.Type) => new FoldedTime(TimeSpan.Zero),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentException)
        {
            // The program would throw where it stands; that is for the program to say.
            return null;
        }
    }

    public static bool IsTimeSpan(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static FoldedTime? FoldField(string name) => name switch
    {
        "Zero" => new FoldedTime(TimeSpan.Zero),
        "MaxValue" => new FoldedTime(TimeSpan.MaxValue),
        "MinValue" => new FoldedTime(TimeSpan.MinValue),
        _ => null,
    };

    private static FoldedTime? FoldDefinition(ISymbol symbol, IOperation use, int depth, CancellationToken cancellationToken) =>
        use.SemanticModel is { } model && Definitions.OfUnchangingAnywhere(symbol, model, cancellationToken) is { } definition
        && (definition.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(definition.SyntaxTree)).GetOperation(definition, cancellationToken) is { } value
            ? Fold(value, depth + 1, cancellationToken)
            : null;

    private static FoldedTime? FoldCreation(IObjectCreationOperation creation)
    {
        if (creation.Arguments.IsEmpty)
            return new FoldedTime(TimeSpan.Zero);
        var numbers = new List<long>();
        foreach (var argument in creation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0))
        {
            if (Number(argument.Value) is not { } number)
                return null;
            numbers.Add((long)number);
        }

        return numbers switch
        {
            [var ticks] => Assessed(new TimeSpan(ticks), ticks),
            [var hours, var minutes, var seconds] => new FoldedTime(new TimeSpan((int)hours, (int)minutes, (int)seconds)),
            [var days, var hours, var minutes, var seconds] => new FoldedTime(new TimeSpan((int)days, (int)hours, (int)minutes, (int)seconds)),
            [var days, var hours, var minutes, var seconds, var milliseconds, ..] => new FoldedTime(new TimeSpan((int)days, (int)hours, (int)minutes, (int)seconds, (int)milliseconds)),
            _ => null,
        };
    }

    private static FoldedTime? FoldCall(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        if (call.Instance is { } instance)
            return FoldMethod(call, instance, depth, cancellationToken);
        if (call is { TargetMethod.Name: "Parse", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string text } }, ..] })
            return FoldText(text);
        if (UnitOf(call.TargetMethod.Name) is not { } unit)
            return null;
        decimal ticks = 0;
        decimal? only = null;
        foreach (var argument in call.Arguments)
        {
            if (Number(argument.Value) is not { } number)
                return null;
            // The overloads of .NET 9 take the smaller units as further parameters.
            var isFirst = argument.Parameter?.Ordinal == 0;
            if (number != 0 && !isFirst && UnitOf("From" + Capitalized(argument.Parameter!.Name)) is null)
                return null;
            ticks += number * (isFirst ? unit : number == 0 ? 0 : UnitOf("From" + Capitalized(argument.Parameter!.Name))!.Value);
            if (isFirst)
                only = number;
        }

        if (ticks is > long.MaxValue or < long.MinValue)
            return null;
        var value = TimeSpan.FromTicks((long)ticks);
        return unit != TimeSpan.TicksPerSecond && only is { } given && given == decimal.Truncate(given) && Math.Abs(given) <= Lifetime.LargestSeconds
            ? Assessed(value, (long)given)
            : new FoldedTime(value);
    }

    /// <summary>Only what has no fraction is the same in every culture.</summary>
    private static FoldedTime? FoldText(string text) =>
        text.Count(c => c == '.') <= (text.IndexOf(':') > text.IndexOf('.') ? 1 : 0) && text.IndexOf(',') < 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? new FoldedTime(value)
            : null;

    private static FoldedTime? FoldMethod(IInvocationOperation call, IOperation instance, int depth, CancellationToken cancellationToken)
    {
        if (Fold(instance, depth + 1, cancellationToken) is not { Value: var value })
            return null;
        if (call.Arguments is [{ Value: var argument }])
        {
            if (call.TargetMethod.Name is "Add" or "Subtract")
                return Fold(argument, depth + 1, cancellationToken) is { Value: var other } ? new FoldedTime(call.TargetMethod.Name == "Add" ? value.Add(other) : value.Subtract(other)) : null;
            return Number(argument) is { } number ? Scale(value, number, multiply: call.TargetMethod.Name == "Multiply", divide: call.TargetMethod.Name == "Divide") : null;
        }

        return call.TargetMethod.Name switch
        {
            "Negate" => new FoldedTime(value.Negate()),
            "Duration" => new FoldedTime(value.Duration()),
            _ => null,
        };
    }

    private static FoldedTime? FoldBinary(IBinaryOperation binary, int depth, CancellationToken cancellationToken)
    {
        var left = Fold(binary.LeftOperand, depth + 1, cancellationToken);
        var right = Fold(binary.RightOperand, depth + 1, cancellationToken);
        return (binary.OperatorKind, left, right) switch
        {
            (BinaryOperatorKind.Add, { } a, { } b) => new FoldedTime(a.Value + b.Value),
            (BinaryOperatorKind.Subtract, { } a, { } b) => new FoldedTime(a.Value - b.Value),
            (BinaryOperatorKind.Multiply, { } a, null) when Number(binary.RightOperand) is { } factor => Scale(a.Value, factor, multiply: true, divide: false),
            (BinaryOperatorKind.Multiply, null, { } b) when Number(binary.LeftOperand) is { } factor => Scale(b.Value, factor, multiply: true, divide: false),
            (BinaryOperatorKind.Divide, { } a, null) when Number(binary.RightOperand) is { } divisor => Scale(a.Value, divisor, multiply: false, divide: true),
            _ => null,
        };
    }

    private static FoldedTime? Scale(TimeSpan value, decimal number, bool multiply, bool divide)
    {
        if (!multiply && (!divide || number == 0))
            return null;
        var ticks = multiply ? value.Ticks * number : value.Ticks / number;
        return ticks is > long.MaxValue or < long.MinValue ? null : new FoldedTime(TimeSpan.FromTicks((long)ticks));
    }

    /// <summary>
    /// A whole number of days in seconds, given as another unit, is a slip: nobody counts days in so many minutes or hours,
    /// and a fraction of a second is no lifetime.
    /// </summary>
    private static FoldedTime Assessed(TimeSpan value, long given) =>
        given >= 86_400 && given % 86_400 == 0 && given <= Lifetime.LargestSeconds && value != TimeSpan.FromSeconds(given)
            ? new FoldedTime(value, given)
            : new FoldedTime(value);

    private static decimal? UnitOf(string method) => method switch
    {
        "FromTicks" => 1,
        "FromMicroseconds" => 10,
        "FromMilliseconds" => TimeSpan.TicksPerMillisecond,
        "FromSeconds" => TimeSpan.TicksPerSecond,
        "FromMinutes" => TimeSpan.TicksPerMinute,
        "FromHours" => TimeSpan.TicksPerHour,
        "FromDays" => TimeSpan.TicksPerDay,
        _ => null,
    };

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static decimal? Number(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal }
            ? Convert.ToDecimal(operation.ConstantValue.Value, CultureInfo.InvariantCulture)
            : null;
}
