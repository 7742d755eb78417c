namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Calls of DNSControl that add to domains which its file has already.</summary>
internal static class DnsControlCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head("//", "Put them below the D() of the zones.")
        + string.Concat(entries.GroupBy(entry => entry.Zone, StringComparer.OrdinalIgnoreCase).Select(zone =>
            $"\nD_EXTEND({CodeText.Quoted(zone.Key)},\n{string.Join(",\n", zone.Select(Record))}\n);\n"));

    private static string Record(CodeEntry entry) =>
        $"  TXT({CodeText.Quoted(entry.HostName)}, {CodeText.Quoted(entry.Value.Text)}, TTL({entry.TtlText}))";
}
