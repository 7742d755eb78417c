namespace MtaStsTools.Grammar.Policy;

/// <summary>The mode that a word which is none was meant as.</summary>
/// <param name="Name">The mode.</param>
/// <param name="IsCertain">Whether nothing else can be meant: a policy must not stop mail by a guess.</param>
internal readonly record struct MeantMode(string Name, bool IsCertain)
{
    private static readonly char[] Wrapping = ['"', '\'', '`', ';', ',', '.', ' ', '\t', '<', '>', '[', ']', '{', '}', '(', ')'];

    public static MeantMode? Of(string value) => value.Trim(Wrapping).ToLowerInvariant() switch
    {
        "enforce" or "enforced" or "enforcing" or "enforcement" => new MeantMode("enforce", IsCertain: true),
        // The drafts called the mode "report".
        "testing" or "test" or "tests" or "tested" or "report" => new MeantMode("testing", IsCertain: true),
        "none" or "off" or "disabled" => new MeantMode("none", IsCertain: true),
        "on" or "live" => new MeantMode("enforce", IsCertain: false),
        _ => null,
    };

    /// <summary>Whether the value is the mode itself but for case and punctuation.</summary>
    public bool IsSpelledBy(string value) => string.Equals(value.Trim(Wrapping), Name, StringComparison.OrdinalIgnoreCase);
}
