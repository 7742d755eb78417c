using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Files;

/// <summary>Says which <c>mtasts.</c> options of an <c>.editorconfig</c> have no effect, once everything else is done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAnalyzer() : MtaStsAnalyzer(Descriptors.ForOptions)
{
    private const string Prefix = "mtasts.";

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (Library.In(context.Compilation) is not null || context.Options.AdditionalFiles.Any(file => PolicyFileAnalyzer.IsPolicyFile(file.Path)))
            context.RegisterCompilationEndAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var seen = new HashSet<(string Key, string Value)>();
        var options = context.Compilation.SyntaxTrees.Select(provider.GetOptions).Concat(context.Options.AdditionalFiles.Select(provider.GetOptions)).Append(provider.GlobalOptions);
        foreach (var set in options)
        {
            foreach (var key in set.Keys)
            {
                if (key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && set.TryGetValue(key, out var value) && seen.Add((key, value)) && ProblemOf(key, value) is { } problem)
                {
                    var finding = FileRules.OptionWithoutEffect.On(subject: null, key, problem);
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(finding), Location.None, finding.Arguments.Values));
                }
            }
        }
    }

    private static string? ProblemOf(string key, string value)
    {
        if (key is Thresholds.MinimumEnforce or Thresholds.MaximumNone)
            return Thresholds.Parse(value.Trim()) is null ? $"'{value}' is no duration that a max_age can have, such as 604800, 7d or 7.00:00:00" : null;
        if (key.StartsWith(FileOptions.SuppressPrefix, StringComparison.Ordinal))
            return FileOptions.Ids(value) is { Length: > 0 } ids ? ids.Select(UnknownRule).FirstOrDefault(problem => problem is not null) : "it names no rule";
        if (key.StartsWith(FileOptions.SeverityPrefix, StringComparison.Ordinal))
            return UnknownRule(key.Substring(FileOptions.SeverityPrefix.Length)) ?? (FileOptions.TryParse(value, out _) ? null : $"'{value}' is none of error, warning, suggestion, silent and none");
        return $"there is no such option; there are {Thresholds.MinimumEnforce}, {Thresholds.MaximumNone}, {FileOptions.SeverityPrefix}<rule> and {FileOptions.SuppressPrefix}<file>";
    }

    private static string? UnknownRule(string id) => RuleCatalog.TryGet(id.ToUpperInvariant(), out _) ? null : $"there is no rule '{id}'";
}
