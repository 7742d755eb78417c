using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
internal static class Descriptors
{
    /// <summary>What needs octets, or all records of a name, and is no compiler's business.</summary>
    private static readonly Rule[] LibraryOnly =
        [PolicyRules.InvalidUtf8, RecordRules.NoRecord, RecordRules.SeveralRecords, TlsRptRules.NoRecord, TlsRptRules.SeveralRecords];

    /// <summary>What nothing is wrong with: an editor offers to write it another way.</summary>
    private static readonly Rule[] Refactorings = [ApiRules.ExtractPolicyToFile, ApiRules.ConvertToTypedForm];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = CreateAll();

    /// <summary>The rules about one text.</summary>
    public static ImmutableArray<DiagnosticDescriptor> ForTexts { get; } =
        Collect(
            [PolicyRules.Band, RecordRules.Band, TlsRptRules.Band, DomainNameRules.Band],
            [ApiRules.SwappedText, FileRules.PolicyFileDiffers, FileRules.PolicyFileNotFound]);

    public static ImmutableArray<DiagnosticDescriptor> ForApiUse { get; } =
        Collect(
            [],
            [
                ApiRules.EnforceMaxAgeShort, ApiRules.NoneMaxAgeLong, ApiRules.MaxAgeOutOfRange, ApiRules.MaxAgeUnitSlip, ApiRules.MxEmpty,
                ApiRules.MxPatternInvalid, ApiRules.RecordIdInvalid, ApiRules.WrongOwnerName, ApiRules.MaxAgeZero, PolicyRules.MxSingleLabel,
            ]);

    public static ImmutableArray<DiagnosticDescriptor> ForRefactorings { get; } = Collect([], Refactorings);

    public static ImmutableArray<DiagnosticDescriptor> ForFiles { get; } = Collect([PolicyRules.Band], [FileRules.PolicyFileEncoding]);

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

    private static Dictionary<string, DiagnosticDescriptor> CreateAll()
    {
        var all = new Dictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (var band in new[] { PolicyRules.Band, RecordRules.Band, TlsRptRules.Band, DomainNameRules.Band, ApiRules.Band, FileRules.Band })
        {
            foreach (var rule in band)
            {
                if (Array.IndexOf(LibraryOnly, rule) < 0)
                    all.Add(rule.Id, Create(rule));
            }
        }

        return all;
    }

    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        CategoryOf(rule.Id[6]),
        SeverityOf(rule),
        isEnabledByDefault: true,
        description: rule.Remedy + " (" + rule.Reference + ")",
        helpLinkUri: rule.HelpLink);

    /// <summary>An Error of the protocol is a warning of the compiler: a test may well hold a bad policy, and TreatWarningsAsErrors is there for the rest.</summary>
    private static DiagnosticSeverity SeverityOf(Rule rule)
    {
        if (Array.IndexOf(Refactorings, rule) >= 0)
            return DiagnosticSeverity.Hidden;
        return rule.Severity == Severity.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
    }

    private static string CategoryOf(char band) => band switch { '1' => "MtaSts.Policy", '2' => "MtaSts.Record", '3' => "MtaSts.Usage", _ => "MtaSts.File" };
}
