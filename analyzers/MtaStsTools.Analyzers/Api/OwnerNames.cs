using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Finds misspelt owner names of the two TXT records in what is given to a parameter of the library that takes one.</summary>
internal static class OwnerNames
{
    /// <summary>What people write, and the name that is meant. Only spellings that name nothing else are here: <c>mta-sts.</c> is the policy host's, but no owner of a record.</summary>
    private static readonly (string Wrong, string Right)[] Spellings =
    [
        (WellKnownNames.PolicyHostPrefix, WellKnownNames.RecordPrefix), ("_mta_sts.", WellKnownNames.RecordPrefix), ("_mtasts.", WellKnownNames.RecordPrefix), ("mta_sts.", WellKnownNames.RecordPrefix), ("mtasts.", WellKnownNames.RecordPrefix), ("_mta-sts._tcp.", WellKnownNames.RecordPrefix),
        ("smtp._tls.", WellKnownNames.TlsRptPrefix), ("_smtp.tls.", WellKnownNames.TlsRptPrefix), ("smtp.tls.", WellKnownNames.TlsRptPrefix), ("_smtp-tls.", WellKnownNames.TlsRptPrefix), ("_smtp_tls.", WellKnownNames.TlsRptPrefix),
        ("_smtptls.", WellKnownNames.TlsRptPrefix), ("_tls._smtp.", WellKnownNames.TlsRptPrefix), ("_tlsrpt.", WellKnownNames.TlsRptPrefix), ("_smtp._tls._tcp.", WellKnownNames.TlsRptPrefix),
    ];

    private const int TxtRecordType = 16;

    public static void Assess(OperationAnalysisContext context, Library library, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { Type.SpecialType: SpecialType.System_String, Name: var name }, Syntax: ArgumentSyntax { Expression: var expression } }
                && (name == "recordName" || (name == "name" && arguments.Any(other => AsksForText(other, library)))))
            {
                Assess(context, expression);
            }
        }
    }

    /// <summary>A question for TXT records; only the type tells the name of a record from the one of the policy host.</summary>
    private static bool AsksForText(IArgumentOperation argument, Library library) =>
        argument.Value is { ConstantValue: { HasValue: true, Value: TxtRecordType } } && library.IsDnsRecordType(argument.Value.Type);

    /// <summary>The name that is meant, or null where the name is good or means something else.</summary>
    public static TextFix? Fix(string name)
    {
        foreach (var (wrong, right) in Spellings)
        {
            if (name.StartsWith(wrong, StringComparison.OrdinalIgnoreCase))
                return new TextFix(0, wrong.Length, right);
        }

        return null;
    }

    private static void Assess(OperationAnalysisContext context, ExpressionSyntax expression)
    {
        if (ConstantText.Read(expression, context.Operation.SemanticModel!, context.CancellationToken) is not { } text || Fix(text.Value) is not { } fix)
            return;
        var corrected = fix.NewText + text.Value.Substring(fix.Length);
        var finding = ApiRules.WrongOwnerName.On(subject: null, text.Value, corrected) with { Fix = fix };
        context.ReportDiagnostic(TextReporter.Create(finding, text.Locate(0, fix.Length), text.Expression, TextSyntax.None));
    }
}
