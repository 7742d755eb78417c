using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>The shapes, generated at compile time: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    MaxDepth = 32,
    Converters =
    [
        typeof(SafeTextConverter),
        typeof(HttpsUriConverter),
        typeof(SecondsConverter),
        typeof(MxPatternConverter),
        typeof(WordConverter<ChainStatus>),
        typeof(WordConverter<DnsOutcome>),
        typeof(WordConverter<PolicyFetchOutcome>),
        typeof(WordConverter<SmtpOutcome>),
        typeof(WordConverter<Verdict>),
        typeof(WordConverter<Severity>),
        typeof(WordConverter<SenderOutcome>),
        typeof(WordConverter<DaneStatus>),
        typeof(WordConverter<MtaStsMode>),
    ])]
[JsonSerializable(typeof(DomainObservation))]
[JsonSerializable(typeof(DomainReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
