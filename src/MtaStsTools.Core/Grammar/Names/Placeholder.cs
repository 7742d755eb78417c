namespace MtaStsTools.Grammar.Names;

/// <summary>Recognises names that a template has in place of the reader's own.</summary>
internal static class Placeholder
{
    private static readonly char[] Brackets = ['<', '>', '[', ']', '{', '}', '$'];

    // Only names that nobody receives mail at: your-server.de, for one, is a real provider.
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "yourdomain", "yourdomainname", "yourcompany", "yourorganization", "yourmailserver", "youremailserver",
    };

    /// <summary>A look without an allocation: all placeholders have one of the two words.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> name, NameTraits traits) =>
        ((traits & NameTraits.HasY) != NameTraits.None && name.IndexOf("your".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
        || (name.Length > 0 && (name[name.Length - 1] | 0x20) == 'd' && name.EndsWith(".tld".AsSpan(), StringComparison.OrdinalIgnoreCase));

    public static bool IsIn(string name)
    {
        var labels = name.TrimEnd('.').Split('.');
        if (string.Equals(labels[labels.Length - 1].Trim(Brackets), "tld", StringComparison.OrdinalIgnoreCase))
            return true;
        return Array.Exists(labels, label => Labels.Contains(label.Trim(Brackets).Replace("-", "").Replace("_", "")));
    }
}
