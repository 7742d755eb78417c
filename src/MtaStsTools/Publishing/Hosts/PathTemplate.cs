namespace MtaStsTools.Publishing.Hosts;

/// <summary>Paths with <c>{domain}</c> and <c>{host}</c> in them. A domain is letters, digits, hyphens and dots between labels, and so never leads out of its folder.</summary>
internal static class PathTemplate
{
    private const string Domain = "{domain}";
    private const string Host = "{host}";

    public static bool HasPlaceholder(string text) => Fill(text, "") != text;

    /// <exception cref="ArgumentException">A brace belongs to no placeholder.</exception>
    public static void Check(string text, string parameter)
    {
        if (Fill(text, "").IndexOfAny(['{', '}']) >= 0)
            throw new ArgumentException($"'{DisplayText.Sanitize(text)}' has a placeholder that is not known: {Domain} and {Host} are.", parameter);
    }

    /// <summary>The parts of a relative path, be it written with slashes or backslashes.</summary>
    /// <exception cref="ArgumentException">It is empty, leads out of its folder, or has a character that no file name has.</exception>
    public static string[] Segments(string path, string parameter)
    {
        Check(path, parameter);
        var segments = path.Split('/', '\\');
        if (Array.Exists(segments, segment => segment.Trim(' ', '.').Length == 0 || segment.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0))
            throw new ArgumentException($"'{DisplayText.Sanitize(path)}' is no path below a folder.", parameter);
        return segments;
    }

    public static string Fill(string text, string domain) =>
        text.Replace(Domain, domain).Replace(Host, WellKnownNames.PolicyHostOf(domain));
}
