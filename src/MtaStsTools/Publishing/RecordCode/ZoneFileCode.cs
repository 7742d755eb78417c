namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Lines with absolute names, which may stand anywhere in a zone's file.</summary>
internal static class ZoneFileCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head(";", "Raise the serial number of the zone with them.")
        + string.Concat(entries.Select(entry => $"{entry.Name}.\t{entry.TtlText}\tIN\tTXT\t{CodeText.Presentation(entry)}\n"));
}
