using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace MtaStsTools.Publishing.Http;

/// <summary>Tells a connection that never came about from one that broke, on both frameworks.</summary>
internal static class ConnectionFault
{
    private static readonly SocketError[] BeforeSending =
    [
        SocketError.ConnectionRefused, SocketError.HostNotFound, SocketError.NoData, SocketError.TryAgain, SocketError.HostUnreachable, SocketError.NetworkUnreachable,
        SocketError.HostDown, SocketError.NetworkDown, SocketError.AccessDenied, SocketError.AddressNotAvailable, SocketError.AddressFamilyNotSupported,
    ];

    public static ApiFault Of(Exception exception)
    {
        if (Find<AuthenticationException>(exception) is not null || Find<WebException>(exception)?.Status is WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure)
            return ApiFault.NotSecure;
#if NET8_0_OR_GREATER
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError })
            return ApiFault.NotConnected;
#endif
        return Find<WebException>(exception)?.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ConnectFailure or WebExceptionStatus.ProxyNameResolutionFailure
            || (Find<SocketException>(exception) is { } socket && Array.IndexOf(BeforeSending, socket.SocketErrorCode) >= 0)
                ? ApiFault.NotConnected
                : ApiFault.Broken;
    }

    /// <summary>The one exception of the chain whose message is the system's own: those of HTTP quote what the peer sent.</summary>
    public static Exception? Cause(Exception exception) => Find<SocketException>(exception);

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
                return found;
        }

        return null;
    }
}
