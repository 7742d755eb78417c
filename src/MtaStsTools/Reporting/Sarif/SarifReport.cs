using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.Sarif;

/// <summary>A SARIF 2.1.0 log with one run: the rules that spoke, and a result a finding.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    // A fingerprint tells the same finding of another run: what it is about, and not where in a text it stands.
    private const string FingerprintName = "ruleAndPlace/v1";

    public static void Write(ReportContent content, TextWriter output)
    {
        var findings = content.Findings.ToList();
        var rules = findings.Select(found => found.Finding.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToList();
        var indexes = rules.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var found in findings)
                WriteResult(json, found, indexes);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "MtaStsTools");
        json.WriteString("informationUri", "https://github.com/mtaststools/MtaStsTools");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var id in rules)
            WriteRule(json, id);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);

        // A saved report may have the rule of another version, of which no more is known than its id.
        if (RuleCatalog.TryGet(id, out var rule))
        {
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "fullDescription", $"{rule.Title} ({rule.Reference}).");
            WriteText(json, "help", rule.Remedy);
            json.WriteString("helpUri", rule.HelpUri.AbsoluteUri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", rule.Category.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportedFinding found, Dictionary<string, int> indexes)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", indexes[finding.Id]);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", found.Message);
        WriteLocation(json, found);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(FingerprintName, Fingerprint(found));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, ReportedFinding found)
    {
        if (found.UriReference is not { } uri)
            return;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        json.WriteEndObject();
        if (found.Finding is { Line: { } line, Column: { } column, Offset: { } offset, Length: { } length } && (found.File is not null || found.Finding.IsAbout(RuleCategory.PolicyText)))
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            json.WriteNumber("startColumn", column);
            json.WriteNumber("charOffset", offset);
            json.WriteNumber("charLength", length);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (found.Domain is not null)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", found.Place);
            json.WriteString("kind", "resource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Fingerprint(ReportedFinding found)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{found.Finding.Id}\n{found.Domain}\n{found.Finding.Subject}\n{found.Finding.Evidence}"));
        return string.Concat(hash.Take(16).Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
