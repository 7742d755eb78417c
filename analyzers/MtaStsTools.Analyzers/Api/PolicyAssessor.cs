using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses mode, lifetime and patterns that are set together.</summary>
internal sealed class PolicyAssessor(OperationAnalysisContext context, Library library, AnalyzerConfigOptionsProvider options, GivenValues values)
{
    /// <summary>The days that a fix should say, in the properties of a diagnostic.</summary>
    public const string Days = "days";

    /// <summary>A new policy: what is not set has its default.</summary>
    public void AssessNew(SyntaxNode creation)
    {
        AssessVersion();
        AssessMaxAge();
        if (ModeOf(values.Get("Mode")) is not ("Enforce" or "Testing") || values.Get("Mode") is not { } mode)
            return;
        if (values.Get("MaxAge") is null)
            Report(ApiRules.MaxAgeZero, HeadOf(creation), days: null);
        if (values.Get("Mx") is not { } mx)
            Report(ApiRules.MxEmpty, HeadOf(creation), days: null, ModeOf(mode));
        else
            AssessMx(mx);
    }

    /// <summary>A change of a policy: only what is set is known.</summary>
    public void AssessChange()
    {
        AssessVersion();
        AssessMaxAge();
        if (values.Get("Mx") is { } mx)
            AssessMx(mx);
    }

    private void AssessMx(IOperation mx)
    {
        if (ModeOf(values.Get("Mode")) is "Enforce" or "Testing" && EmptyCollections.Contains(mx, context.CancellationToken))
            Report(ApiRules.MxEmpty, mx.Syntax.GetLocation(), days: null, ModeOf(values.Get("Mode")));
    }

    private void AssessMaxAge()
    {
        if (values.Get("MaxAge") is not { } written)
            return;
        foreach (var branch in OperationBranches.Of(written))
        {
            if (TimeSpanFolder.Fold(branch, context.CancellationToken) is { } folded)
                AssessMaxAge(branch, folded);
        }
    }

    private void AssessMaxAge(IOperation written, FoldedTime folded)
    {
        var age = folded.Value;
        var location = written.Syntax.GetLocation();
        if (folded.MistakenSeconds is { } seconds)
        {
            Report(ApiRules.MaxAgeUnitSlip, location, seconds / 86_400, DurationText.Of(age), seconds.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var advice = Thresholds.Read(options.GetOptions(written.Syntax.SyntaxTree));
        var mode = ModeOf(values.Get("Mode")) switch { "Enforce" => PolicyMode.Enforce, "Testing" => PolicyMode.Testing, "None" => PolicyMode.None, _ => PolicyMode.Unknown };
        var lifetime = new Lifetime(mode, age, advice);
        if (lifetime.ForValues() is not { } finding)
            return;
        var better = lifetime.Problem == LifetimeProblem.OutOfRange ? (age < TimeSpan.Zero ? null : MtaStsPolicy.LargestMaxAge) : Lifetime.Usual(mode, advice);
        Report(finding, location, better is { } usual ? WholeDays(usual, up: lifetime.Problem != LifetimeProblem.OutOfRange && mode != PolicyMode.None) : null);
    }

    /// <summary>A number of days on the good side of the threshold, or null where no whole day is.</summary>
    private static long? WholeDays(TimeSpan span, bool up)
    {
        var days = up ? (long)Math.Ceiling(span.TotalDays) : (long)span.TotalDays;
        return days is > 0 and <= Lifetime.LargestSeconds / 86_400 ? days : null;
    }

    /// <summary>The version is one word, and another one makes a policy that no sender reads.</summary>
    private void AssessVersion()
    {
        if (values.Get("Version") is { ConstantValue: { HasValue: true, Value: string version }, Syntax: var written } && version != WellKnownNames.PolicyVersion)
            Report(PolicyRules.VersionUnknown, written.GetLocation(), days: null, version);
    }

    private string? ModeOf(IOperation? value) =>
        OperationBranches.Definition(value, context.CancellationToken)?.ConstantValue is { HasValue: true, Value: int number } && library.IsMode(value!.Type)
            ? value.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, number))?.Name
            : null;

    /// <summary>The words <c>new MtaStsPolicy</c>, without the arguments and the initializer behind them.</summary>
    private static Location HeadOf(SyntaxNode creation) => creation switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.ObjectCreationExpressionSyntax written =>
            Location.Create(written.SyntaxTree, SourceSpan.FromBounds(written.SpanStart, written.Type.Span.End)),
        Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitObjectCreationExpressionSyntax implied => implied.NewKeyword.GetLocation(),
        _ => creation.GetLocation(),
    };

    private void Report(Rule rule, Location location, long? days, params object?[] arguments) =>
        Report(rule.On(subject: null, arguments), location, days);

    private void Report(Finding finding, Location location, long? days)
    {
        var properties = days is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(Days, days.Value.ToString(CultureInfo.InvariantCulture));
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(finding), location, properties, finding.Arguments.Values));
    }
}
