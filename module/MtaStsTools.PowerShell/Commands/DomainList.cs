namespace MtaStsTools.PowerShell.Commands;

/// <summary>The entries of a list of domains as people keep them: a domain a line, with blank lines and comments after a <c>#</c>.</summary>
internal static class DomainList
{
    /// <summary>What a line names, or null where it names nothing.</summary>
    public static string? Entry(string? line)
    {
        var comment = line?.IndexOf('#') ?? -1;
        var entry = (comment < 0 ? line : line!.Substring(0, comment))?.Trim();
        return string.IsNullOrEmpty(entry) ? null : entry;
    }
}
