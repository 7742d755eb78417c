using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = RuleCatalog.All
        .Where(rule => (rule.Surfaces & (RuleSurfaces.Code | RuleSurfaces.File)) != RuleSurfaces.None)
        .ToDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    /// <summary>The rules about one text.</summary>
    public static ImmutableArray<DiagnosticDescriptor> ForTexts { get; } =
        Collect(
            [PolicyRules.Band, RecordRules.Band, TlsRptRules.Band, DomainNameRules.Band],
            [ApiRules.SwappedText, FileRules.PolicyFileDiffers, FileRules.PolicyFileNotFound, FileRules.UnknownLanguage]);

    public static ImmutableArray<DiagnosticDescriptor> ForApiUse { get; } =
        Collect(
            [],
            [
                ApiRules.EnforceMaxAgeShort, ApiRules.NoneMaxAgeLong, ApiRules.MaxAgeOutOfRange, ApiRules.MaxAgeUnitSlip, ApiRules.MxEmpty,
                ApiRules.MxPatternInvalid, ApiRules.RecordIdInvalid, ApiRules.WrongOwnerName, ApiRules.MaxAgeZero, ApiRules.PolicyBound, PolicyRules.MxSingleLabel, PolicyRules.VersionUnknown,
            ]);

    public static ImmutableArray<DiagnosticDescriptor> ForRefactorings { get; } = Collect([ApiRules.Refactorings], []);

    public static ImmutableArray<DiagnosticDescriptor> ForFiles { get; } = Collect([PolicyRules.Band], [FileRules.PolicyFileEncoding]);

    public static ImmutableArray<DiagnosticDescriptor> ForOptions { get; } = Collect([], [FileRules.OptionWithoutEffect]);

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    public static DiagnosticDescriptor Of(Finding finding) => ById[finding.Id];

    private static ImmutableArray<DiagnosticDescriptor> Collect(RuleBand[] bands, Rule[] rules)
    {
        var all = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var band in bands)
        {
            foreach (var rule in band)
            {
                if (ById.TryGetValue(rule.Id, out var descriptor))
                    all.Add(descriptor);
            }
        }

        foreach (var rule in rules)
            all.Add(Of(rule));
        return all.ToImmutable();
    }

    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        CategoryOf(rule),
        SeverityOf(rule),
        isEnabledByDefault: true,
        description: rule.Remedy + " (" + rule.Reference + ")",
        helpLinkUri: rule.HelpLink,
        customTags: rule == FileRules.OptionWithoutEffect ? [WellKnownDiagnosticTags.CompilationEnd] : []);

    /// <summary>An Error of the protocol is a warning of the compiler: a test may well hold a bad policy, and TreatWarningsAsErrors is there for the rest.</summary>
    private static DiagnosticSeverity SeverityOf(Rule rule)
    {
        if (rule.Category == RuleCategory.Refactoring)
            return DiagnosticSeverity.Hidden;
        return rule.Severity == Severity.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
    }

    private static string CategoryOf(Rule rule) => rule.Category switch
    {
        RuleCategory.PolicyText => "MtaSts.Policy",
        RuleCategory.RecordText or RuleCategory.TlsRptText or RuleCategory.DomainName => "MtaSts.Record",
        RuleCategory.Api or RuleCategory.Refactoring => "MtaSts.Usage",
        _ => "MtaSts.File",
    };
}
