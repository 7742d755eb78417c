namespace MtaStsTools.Grammar.Names;

/// <summary>Recognises a preference beside the host, as MX records and the pages of mail providers have it: <c>10 host</c>, <c>Priority 5: host</c>.</summary>
internal static class MxPreference
{
    private static readonly char[] Between = [' ', '\t', ':', ',', '='];
    private static readonly string[] Words = ["priority", "preference", "prio", "pref"];

    /// <summary>The host, whatever it looks like, or null where the value has no preference.</summary>
    public static string? HostBeside(string value)
    {
        if (value.IndexOfAny([' ', '\t']) < 0)
            return null;
        var parts = value.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var hosts = Array.FindAll(parts, part => !IsPreference(part));
        return hosts.Length == 1 && parts.Length > 1 ? hosts[0] : null;
    }

    private static bool IsPreference(string part) =>
        Characters.AreDigits(part.AsSpan()) || Array.Exists(Words, word => string.Equals(word, part, StringComparison.OrdinalIgnoreCase));
}
