using System.Net;

namespace MtaStsTools.Hosting;

/// <summary>What takes the requests to the APIs of services: certificates are checked, no redirect is followed, no cookie kept, nothing unpacked.</summary>
internal static class ServiceHandler
{
    private const int MaxHeaderKilobytes = 64;

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
    };
}
