namespace MtaStsTools.PowerShell.Completion;

/// <summary>The domains that cmdlets of this process were given, for completion: the newest first, and not without end.</summary>
internal static class KnownDomains
{
    private const int Most = 200;

    private static readonly LinkedList<string> Domains = new();

    /// <summary>The domains, the newest first.</summary>
    public static IReadOnlyList<string> Recent
    {
        get
        {
            lock (Domains)
                return [.. Domains];
        }
    }

    /// <summary>Notes that a cmdlet was given <paramref name="domain"/>.</summary>
    public static void Remember(string domain)
    {
        lock (Domains)
        {
            var known = Domains.FirstOrDefault(d => d.Equals(domain, StringComparison.OrdinalIgnoreCase));
            if (known is not null)
                Domains.Remove(known);
            Domains.AddFirst(domain);
            if (Domains.Count > Most)
                Domains.RemoveLast();
        }
    }
}
