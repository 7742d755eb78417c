using System.Collections.Frozen;
using System.Text;

namespace MtaStsTools.AspNetCore.Policies;

/// <summary>The policies by the hosts that serve them. It never changes; a new one takes its place.</summary>
internal sealed class PolicyTable
{
    /// <summary>The longest name that DNS has (RFC 1035 §2.3.4).</summary>
    private const int LongestName = 253;

    // By hash, since a name that is part of a header is no string yet; what shares a hash stands behind one another.
    private readonly FrozenDictionary<int, ServedPolicy[]> _byHash;

    public PolicyTable(IReadOnlyList<ServedPolicy> policies)
    {
        Policies = policies;
        _byHash = policies.GroupBy(policy => HashOf(policy.Host)).ToFrozenDictionary(same => same.Key, same => same.ToArray());
    }

    public IReadOnlyList<ServedPolicy> Policies { get; }

    /// <summary>The policy that is served at the host which a <c>Host</c> header names: with or without port and root dot, in any case, in A-labels or U-labels; null for all else.</summary>
    public ServedPolicy? Find(string? hostHeader)
    {
        if (string.IsNullOrEmpty(hostHeader))
            return null;
        var host = hostHeader.AsSpan();
        if (host.LastIndexOf(':') is var colon and >= 0)
        {
            if (!IsPort(host[(colon + 1)..]))
                return null;
            host = host[..colon];
        }

        if (host.Length > 0 && host[^1] == '.')
            host = host[..^1];
        if (host.Length is 0 or > LongestName || host[^1] == '.')
            return null;
        return Ascii.IsValid(host) ? Get(host) : GetUnicode(host.ToString());
    }

    private ServedPolicy? GetUnicode(string host) => DomainName.TryParse(host, out var domain) ? Get(domain.Ascii) : null;

    private ServedPolicy? Get(ReadOnlySpan<char> host)
    {
        if (!_byHash.TryGetValue(HashOf(host), out var same))
            return null;
        foreach (var policy in same)
        {
            if (Ascii.EqualsIgnoreCase(host, policy.Host))
                return policy;
        }

        return null;
    }

    // Who sends a header cannot make the table's names collide, so that no secret need be mixed in (FNV-1a).
    private static int HashOf(ReadOnlySpan<char> host)
    {
        var hash = 2_166_136_261;
        foreach (var letter in host)
            hash = unchecked((hash ^ (letter | 0x20u)) * 16_777_619);
        return unchecked((int)hash);
    }

    private static bool IsPort(ReadOnlySpan<char> text)
    {
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
        }

        return text.Length <= 5;
    }
}
