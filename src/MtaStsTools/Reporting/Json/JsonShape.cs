using System.Globalization;
using System.Text.Json;

namespace MtaStsTools.Reporting.Json;

/// <summary>What every observation and report has in common, checked before anything is built from a text of unknown origin.</summary>
internal static class JsonShape
{
    /// <summary>Reads the text once: it is one object, names a version that is known here, and holds no null, which no property of a fact has.</summary>
    /// <exception cref="ReportFormatException">It is not so.</exception>
    /// <exception cref="JsonException">It is no JSON, or deeper than <paramref name="maxDepth"/>.</exception>
    public static void Check(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        int? version = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw new ReportFormatException($"The JSON text has a null at {DisplayText.Sanitize(JsonPath.Of(json, reader.TokenStartIndex, maxDepth))}; leave out what is not known.");
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("schemaVersion"u8))
                version = ReadVersion(ref reader);
        }

        if (version is null)
            throw new ReportFormatException("The JSON text has no schemaVersion; it is no observation or report.");
        if (version > DomainObservation.CurrentSchemaVersion)
            throw new ReportFormatException($"The JSON text has version {version.Value.ToString(CultureInfo.InvariantCulture)}, and this program reads up to version {DomainObservation.CurrentSchemaVersion.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static int ReadVersion(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) && version > 0
            ? version
            : throw new ReportFormatException("The schemaVersion of the JSON text is no whole number above zero.");
}
