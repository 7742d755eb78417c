using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers;

/// <summary>Finds the calls of <c>MtaStsPolicy.Parse</c> that an object initializer can take the place of.</summary>
internal static class TypedForm
{
    /// <summary>The call that the expression is the argument of, where its text is a policy without Error.</summary>
    public static InvocationExpressionSyntax? CallOf(
        ExpressionSyntax argument, ConstantText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (argument.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } })
            return null;
        return model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "Parse" } method
            && Library.IsPolicy(method.ContainingType)
            && !TextJudge.Judge(text.Value, TextSyntax.Policy, PolicyAdvice.Default).Any(finding => finding.Severity == Severity.Error)
            ? call
            : null;
    }
}
