namespace MtaStsTools;

/// <summary>Compares the name of a host with those of a certificate (RFC 6125 §6.4, as RFC 8461 §3.3 and §4.2 narrow it).</summary>
public static class CertificateNames
{
    /// <summary>
    /// Whether one of <paramref name="dnsNames"/> is for <paramref name="host"/>: the same name, whatever its case, or a wildcard that is the
    /// whole left-most label and stands for exactly one. The common name of a subject never counts.
    /// </summary>
    /// <param name="host">The host in A-label form; one root dot at its end is dropped.</param>
    /// <param name="dnsNames">The DNS names of the subject alternative name extension.</param>
    public static bool Match(string host, IReadOnlyList<string> dnsNames)
    {
        if (host.EndsWith(".", StringComparison.Ordinal))
            host = host.Substring(0, host.Length - 1);
        return host.Length > 0 && dnsNames.Any(name => Matches(host, name));
    }

    private static bool Matches(string host, string pattern)
    {
        if (!pattern.StartsWith("*.", StringComparison.Ordinal))
            return string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);

        var dot = host.IndexOf('.');
        return dot > 0
            && pattern.IndexOf('*', 1) < 0
            && string.Compare(host, dot, pattern, 1, int.MaxValue, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
