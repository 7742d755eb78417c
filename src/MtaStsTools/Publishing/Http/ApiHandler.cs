using System.Net;
#if NETSTANDARD2_0
using System.Security.Authentication;
#endif

namespace MtaStsTools.Publishing.Http;

/// <summary>What takes the requests to a service: certificates are checked, no redirect is followed, no cookie kept.</summary>
internal static class ApiHandler
{
    private const int MaxHeaderKilobytes = 64;

    public static HttpMessageHandler Create(Uri endpoint)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MaxHeaderKilobytes,

            // What is on this machine is no business of a proxy.
            UseProxy = !ApiEndpoint.IsLoopback(endpoint),
        };
#if NETSTANDARD2_0
        // Windows PowerShell's own default still has TLS 1.0 on some systems.
        handler.SslProtocols = SslProtocols.Tls12;
#endif
        return handler;
    }
}
