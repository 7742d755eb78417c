using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.RecordCode;

/// <summary>YAML of octoDNS, which keeps a file for each zone: a document of it has the zone's records, in the order that it demands.</summary>
internal static class OctoDnsCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head("#", "Each document belongs to the file of its zone. A key holds all TXT records of its name: add others that must stay.")
        + string.Concat(entries.GroupBy(entry => entry.Zone, StringComparer.OrdinalIgnoreCase).Select(zone =>
            $"---\n# {zone.Key}.yaml\n{string.Concat(zone.OrderBy(entry => entry.HostName, StringComparer.Ordinal).Select(Record))}"));

    // A semicolon must be escaped there whatever the quotation marks.
    private static string Record(CodeEntry entry) =>
        $"{Quoted(entry.HostName)}:\n  ttl: {entry.TtlText}\n  type: TXT\n  value: {Quoted(entry.Value.Text.Replace(";", "\\;"))}\n";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                quoted.Append(c);
            else
                quoted.Append("\\x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }
}
