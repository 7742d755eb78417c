namespace MtaStsTools.Assessment.Policies;

/// <summary>The names that are set aside for examples (RFC 2606 §2, §3): nobody receives mail there, so that in a policy they are what a template left behind.</summary>
internal static class ExampleNames
{
    private static readonly string[] Domains = ["example.com", "example.net", "example.org", "example"];

    /// <summary>The patterns that are examples in the policy of a domain that is none.</summary>
    public static IEnumerable<MxPattern> In(IReadOnlyList<MxPattern> patterns, string domain) => IsExample(domain) ? [] : patterns.Where(pattern => IsExample(pattern.Text));

    private static bool IsExample(string name) => Array.Exists(Domains, example =>
        name.EndsWith(example, StringComparison.OrdinalIgnoreCase) && (name.Length == example.Length || name[name.Length - example.Length - 1] == '.'));
}
