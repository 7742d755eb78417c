using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MtaStsTools.Reporting.Json;

namespace MtaStsTools;

/// <summary>
/// Observations and reports as JSON, so that what was seen can be kept and assessed again. Names are in camel case, enumerations are words,
/// durations are seconds, and what is not known is left out: there is no null.
/// </summary>
public static class ReportJson
{
    /// <summary>The longest text that is read, in octets of UTF-8: 16 MiB.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>
    /// An observation as JSON, never longer than <see cref="MaxLength"/>: where it would be, the octets of certificates are left out, and where that is
    /// not enough, all that was seen but the domain, with a <see cref="DomainObservation.Failure"/> that says so.
    /// </summary>
    public static string Serialize(DomainObservation observation) => FittingReport.Write(observation);

    /// <summary>A report, with the observation that it assesses, as JSON, never longer than <see cref="MaxLength"/>: what was seen is then cut as an observation is.</summary>
    /// <exception cref="ReportFormatException">The report is too long even so, which no observed domain's is.</exception>
    public static string Serialize(DomainReport report) => FittingReport.Write(report, ReportShapes.Report);

    /// <summary>A report, with the observation that it assesses, as JSON on one line: many of them are a file of JSON lines. No longer than <see cref="Serialize(DomainReport)"/> gives it.</summary>
    /// <exception cref="ReportFormatException">The report is too long even so, which no observed domain's is.</exception>
    public static string SerializeLine(DomainReport report) => FittingReport.Write(report, ReportShapes.ReportOnOneLine);

    /// <summary>Reads an observation. What was left out has its default; texts are made safe to display, but for those that are untrusted by contract.</summary>
    /// <param name="json">What <see cref="Serialize(DomainObservation)"/> gave, of this version or an earlier one.</param>
    /// <exception cref="ReportFormatException">The text is too long, no observation, or of a later version; the message says where in it.</exception>
    public static DomainObservation DeserializeObservation(string json) => Read(json, ReportShapes.Observation);

    /// <summary>Reads a report. What was left out has its default; texts are made safe to display, but for those that are untrusted by contract.</summary>
    /// <param name="json">What <see cref="Serialize(DomainReport)"/> gave, of this version or an earlier one.</param>
    /// <exception cref="ReportFormatException">The text is too long, no report, or of a later version; the message says where in it.</exception>
    public static DomainReport DeserializeReport(string json) => Read(json, ReportShapes.Report);

    private static T Read<T>(string json, JsonTypeInfo<T> type)
    {
        if (json.Length > MaxLength || Encoding.UTF8.GetByteCount(json) > MaxLength)
            throw new ReportFormatException("The JSON text is longer than 16 MiB.");
        try
        {
            var octets = Encoding.UTF8.GetBytes(json);
            JsonShape.Check(octets, type.Options.MaxDepth);
            return JsonSerializer.Deserialize(octets, type) ?? throw new ReportFormatException();
        }
        catch (JsonException exception)
        {
            throw new ReportFormatException($"The JSON text is not as it should be at {DisplayText.Sanitize(exception.Path ?? "$")}: {DisplayText.Sanitize(exception.Message)}", exception);
        }
    }
}
