using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MtaStsTools.Reporting.Json;

/// <summary>The generated shapes, with what <see cref="MemberContracts"/> ask of them.</summary>
internal static class ReportShapes
{
    private static readonly JsonSerializerOptions Options =
        new(ReportJsonContext.Default.Options) { TypeInfoResolver = ReportJsonContext.Default.WithAddedModifier(MemberContracts.Apply) };

    public static JsonTypeInfo<DomainObservation> Observation { get; } = (JsonTypeInfo<DomainObservation>)Options.GetTypeInfo(typeof(DomainObservation));

    public static JsonTypeInfo<DomainReport> ReportOnOneLine { get; } =
        (JsonTypeInfo<DomainReport>)new JsonSerializerOptions(Options) { WriteIndented = false }.GetTypeInfo(typeof(DomainReport));

    public static JsonTypeInfo<DomainReport> Report { get; } = (JsonTypeInfo<DomainReport>)Options.GetTypeInfo(typeof(DomainReport));
}
