using System.Net;

namespace MtaStsTools.Publishing.Http;

/// <summary>The address below which an API has all of its paths.</summary>
internal static class ApiEndpoint
{
    /// <summary><paramref name="endpoint"/> with a path that ends with a slash.</summary>
    /// <exception cref="ArgumentException">It is no absolute https address (http only at a loopback address), or has more than host, port and path.</exception>
    public static Uri Check(Uri endpoint, string name)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException($"'{DisplayText.Sanitize(endpoint.OriginalString)}' is not an address that begins with https://.", name);

        // Text before an @ is often a password, so this message quotes nothing.
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            throw new ArgumentException("The address has a user, a query or a fragment; an endpoint has host, port and path alone.", name);
        if (endpoint.Scheme == Uri.UriSchemeHttp && !IsLoopback(endpoint))
            throw new ArgumentException($"'{DisplayText.Sanitize(endpoint.OriginalString)}' would send secrets unprotected: outside of this machine an endpoint begins with https://.", name);
        return endpoint.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
    }

    /// <summary>Whether the host is this machine, by its address or by the name that always means it (RFC 6761 §6.3).</summary>
    public static bool IsLoopback(Uri endpoint) =>
        string.Equals(endpoint.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(endpoint.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
