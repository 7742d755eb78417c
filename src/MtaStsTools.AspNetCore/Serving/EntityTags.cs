using Microsoft.Extensions.Primitives;

namespace MtaStsTools.AspNetCore.Serving;

/// <summary>Reads <c>If-None-Match</c> (RFC 9110 §13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether the header names <paramref name="tag"/>, compared weakly, or says <c>*</c>.</summary>
    public static bool Hold(StringValues header, string tag)
    {
        foreach (var line in header)
        {
            for (var rest = line.AsSpan(); rest.Length > 0;)
            {
                // The tags of a policy have no comma, and one of somebody else's that has one is not ours in pieces either.
                var comma = rest.IndexOf(',');
                var item = (comma < 0 ? rest : rest[..comma]).Trim();
                rest = comma < 0 ? [] : rest[(comma + 1)..];
                if (item.StartsWith("W/", StringComparison.Ordinal))
                    item = item[2..];
                if (item is "*" || item.SequenceEqual(tag))
                    return true;
            }
        }

        return false;
    }
}
