using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Finds the calls that have .NET's binder make policies of configuration, which loses some and takes others that lack a key.</summary>
internal sealed class BoundPolicies(Library library)
{
    private const string Strict = "ErrorOnUnknownConfiguration";

    private readonly PolicyHolders _holders = new(library);

    /// <summary>A quick no, by name, for nearly all methods.</summary>
    public static bool MayBind(IMethodSymbol method) =>
        method.Name is "Get" or "GetValue" or "Bind" or "Configure" or "BindConfiguration"
        && method.ContainingType?.Name is "ConfigurationBinder" or "OptionsConfigurationServiceCollectionExtensions" or "OptionsBuilderConfigurationExtensions"
        && method.ContainingNamespace is { ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } };

    public void Assess(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (BoundBy(call) is not { } type || call.Syntax is not InvocationExpressionSyntax written || _holders.HoldingOf(type) is not { } holding || IsStrict(written))
            return;
        var shown = holding.Path is { } path ? $"{type.Name}.{path}" : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var finding = ApiRules.PolicyBound.On(
            subject: null, shown,
            holding.IsInCollection ? "a policy whose mode or lifetime cannot be converted is left out without a word" : "a key that is missing or misspelt goes unnoticed");
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(finding), PlaceOf(written), finding.Arguments.Values));
    }

    /// <summary>What is made of the configuration: the type that the call names, or that of the object that it fills.</summary>
    private static ITypeSymbol? BoundBy(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments is [var named])
            return named;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_Object, Name: "instance" })
                return GivenValues.Unconverted(argument.Value).Type;
            if (argument is { Parameter.Name: "type", Value: ITypeOfOperation { TypeOperand: var type } })
                return type;
        }

        return null;
    }

    /// <summary>With that option the binder throws where it would leave something out, and where a key is unknown.</summary>
    private static bool IsStrict(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax function
                && function.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == Strict))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the method with the type that it names, without receiver and arguments.</summary>
    private static Location PlaceOf(InvocationExpressionSyntax call) =>
        (call.Expression switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, var name => name }).GetLocation();
}
