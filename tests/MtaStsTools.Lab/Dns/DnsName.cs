namespace MtaStsTools.Lab.Dns;

/// <summary>Names as lower-case dotted text without the root's dot; the root itself is the empty text.</summary>
internal static class DnsName
{
    public static string Normalize(string name) => name.TrimEnd('.').ToLowerInvariant();

    /// <summary>Zone-file reading: <c>@</c> is the origin, a trailing dot makes a name absolute.</summary>
    public static string Absolute(string name, string origin) =>
        name == "@" ? Normalize(origin)
        : name.EndsWith('.') ? Normalize(name)
        : Normalize($"{name}.{origin}");

    public static bool IsAtOrUnder(string name, string zone) =>
        zone.Length == 0
        || name.Equals(zone, StringComparison.Ordinal)
        || (name.Length > zone.Length
            && name[name.Length - zone.Length - 1] == '.'
            && name.EndsWith(zone, StringComparison.Ordinal));

    public static string? Parent(string name)
    {
        if (name.Length == 0)
            return null;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "" : name[(dot + 1)..];
    }
}
