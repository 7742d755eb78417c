using System.Net.Sockets;

namespace MtaStsTools.Net;

/// <summary>Socket errors in words that are the same on every system and in every language.</summary>
internal static class SocketErrors
{
    public static string Describe(Exception exception) =>
        (exception as SocketException ?? exception.InnerException as SocketException) is { } socket
            ? Describe(socket.SocketErrorCode)
            : "the connection broke off";

    private static string Describe(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "the connection was refused",
        SocketError.ConnectionReset => "the connection was reset",
        SocketError.ConnectionAborted => "the connection was aborted",
        SocketError.HostUnreachable => "the host is unreachable",
        SocketError.NetworkUnreachable => "the network is unreachable",
        SocketError.HostDown => "the host is down",
        SocketError.NetworkDown => "the network is down",
        SocketError.TimedOut => "the connection timed out",
        SocketError.AccessDenied => "this machine does not permit the connection",
        SocketError.AddressNotAvailable => "this machine has no address to connect from",
        SocketError.AddressFamilyNotSupported => "this machine does not support the address family",
        _ => $"the connection failed ({error})",
    };
}
