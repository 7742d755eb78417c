using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = RuleCatalog.All
        .Where(IsForCompiler)
        .ToDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    public static DiagnosticDescriptor Of(Finding finding) => ById[finding.Id];

    /// <summary>The rules about one text that a compiler can see: not the ones about octets, or about all records of a name.</summary>
    public static ImmutableArray<DiagnosticDescriptor> ForTexts { get; } =
        All("MTASTS1").Concat(All("MTASTS2")).Concat(
        [
            Of(ApiRules.SwappedText), Of(ApiRules.ExtractPolicyToFile), Of(ApiRules.ConvertToTypedForm), Of(FileRules.PolicyFileDiffers), Of(FileRules.PolicyFileNotFound),
        ]).ToImmutableArray();

    public static ImmutableArray<DiagnosticDescriptor> ForApiUse { get; } = ImmutableArray.Create(
        Of(ApiRules.EnforceMaxAgeShort), Of(ApiRules.NoneMaxAgeLong), Of(ApiRules.MaxAgeOutOfRange), Of(ApiRules.MaxAgeUnitSlip), Of(ApiRules.MxEmpty),
        Of(ApiRules.MxPatternInvalid), Of(ApiRules.RecordIdInvalid), Of(ApiRules.WrongOwnerName), Of(ApiRules.MaxAgeZero), Of(PolicyRules.MxSingleLabel));

    public static ImmutableArray<DiagnosticDescriptor> ForFiles { get; } = All("MTASTS1").Append(Of(FileRules.PolicyFileEncoding)).ToImmutableArray();

    private static IEnumerable<DiagnosticDescriptor> All(string band) =>
        ById.Values.Where(descriptor => descriptor.Id.StartsWith(band, StringComparison.Ordinal)).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal);

    private static bool IsForCompiler(Rule rule)
    {
        if (rule == PolicyRules.InvalidUtf8 || rule == RecordRules.NoRecord || rule == RecordRules.SeveralRecords || rule == TlsRptRules.NoRecord || rule == TlsRptRules.SeveralRecords)
            return false;
        var number = int.Parse(rule.Id.Substring("MTASTS".Length), CultureInfo.InvariantCulture);
        return number is < 2200 or (>= 3000 and < 5000);
    }

    /// <summary>An Error of the protocol is a warning of the compiler: a test may well hold a bad policy, and TreatWarningsAsErrors is there for the rest.</summary>
    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        CategoryOf(rule.Id[6]),
        rule == ApiRules.ExtractPolicyToFile || rule == ApiRules.ConvertToTypedForm ? DiagnosticSeverity.Hidden
            : rule.Severity == Severity.Info ? DiagnosticSeverity.Info
            : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: $"{rule.Remedy} ({rule.Reference})",
        helpLinkUri: rule.HelpUri.ToString());

    private static string CategoryOf(char band) => band switch { '1' => "MtaSts.Policy", '2' => "MtaSts.Record", '3' => "MtaSts.Usage", _ => "MtaSts.File" };
}
