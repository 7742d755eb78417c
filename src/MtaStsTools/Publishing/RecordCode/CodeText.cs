using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.RecordCode;

/// <summary>What the writers of code share: comments, identifiers and strings of the languages that several use.</summary>
internal static class CodeText
{
    /// <summary>What whoever publishes the code must know, each line behind the language's sign for comments.</summary>
    public static string Head(string sign, params string[] more)
    {
        string[] lines =
        [
            "MTA-STS (RFC 8461) and TLSRPT (RFC 8460) records.",
            "A name has one record of a kind: with two, senders act as if there were none. Remove older ones.",
            .. more,
        ];
        return string.Concat(lines.Select(line => $"{sign} {line}\n"));
    }

    /// <summary>An identifier of letters, digits and underscores for each entry, no two alike.</summary>
    public static IReadOnlyList<(CodeEntry Entry, string Identifier)> Identify(IEnumerable<CodeEntry> entries)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. entries.Select(entry => (entry, Unused(used, $"{entry.Kind}_{Identifier(entry.Domain)}")))];
    }

    /// <summary>An identifier for each zone, no two alike.</summary>
    public static IReadOnlyDictionary<string, string> IdentifyZones(IEnumerable<CodeEntry> entries)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return entries.Select(entry => entry.Zone).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(zone => zone, zone => Unused(used, $"zone_{Identifier(zone)}"), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The strings as a master file has them, each in quotation marks: the form that several services take for the data of a TXT record.</summary>
    public static string Presentation(CodeEntry entry) => Dns.MasterFileTxt.Format(entry.Value);

    /// <summary>A string between quotation marks with backslashes, for JavaScript and HCL: what is not printable ASCII is <c>\uXXXX</c>.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                quoted.Append(c);
            else
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
            text.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_');
        return text.ToString();
    }

    private static string Unused(HashSet<string> used, string identifier)
    {
        var candidate = identifier;
        for (var number = 2; !used.Add(candidate); number++)
            candidate = $"{identifier}_{number.ToString(CultureInfo.InvariantCulture)}";
        return candidate;
    }
}
