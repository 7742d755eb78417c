using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Collects what creations, changes and calls of the library set, and has it assessed together.</summary>
internal sealed class ApiUses(Library library, AnalyzerConfigOptionsProvider options)
{
    private readonly BoundPolicies _bound = new(library);

    public void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is not { } constructor || !library.Owns(constructor))
            return;
        var values = GivenValues.Of(creation.Arguments);
        values.Add(creation.Initializer);
        if (library.IsPolicy(creation.Type))
            new PolicyAssessor(context, library, options, values).AssessNew(creation.Syntax);
        else if (library.HasRecordId(creation.Type))
            RecordIds.Assess(context, values);
        OwnerNames.Assess(context, library, creation.Arguments);
    }

    public void AnalyzeWith(OperationAnalysisContext context)
    {
        var with = (IWithOperation)context.Operation;
        if (!library.Owns(with.Type))
            return;
        var values = new GivenValues();
        values.Add(with.Initializer);
        if (library.IsPolicy(with.Type))
            new PolicyAssessor(context, library, options, values).AssessChange();
        else if (library.HasRecordId(with.Type))
            RecordIds.Assess(context, values);
    }

    public void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!library.Owns(call.TargetMethod))
        {
            if (BoundPolicies.MayBind(call.TargetMethod))
                _bound.Assess(context, call);
            return;
        }

        OwnerNames.Assess(context, library, call.Arguments);
        if (library.IsMxPattern(call.TargetMethod.ContainingType))
        {
            if (call is { TargetMethod.Name: "Parse" or "TryParse" or "FromString", Arguments: [{ Syntax: ArgumentSyntax argument }, ..] })
                MxPatterns.Assess(argument.Expression, call.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
            return;
        }

        // A builder's call says mode and lifetime as parameters of these names and types.
        var values = GivenValues.Of(call.Arguments);
        if (library.IsMode(values.TypeOf("Mode")) || TimeSpanFolder.IsTimeSpan(values.TypeOf("MaxAge")))
            new PolicyAssessor(context, library, options, values).AssessChange();
    }
}
