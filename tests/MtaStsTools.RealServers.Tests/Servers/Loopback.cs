using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.RealServers.Tests.Servers;

internal static class Loopback
{
    /// <summary>An endpoint that was free for TCP and UDP a moment ago; real servers cannot be told to take any port.</summary>
    public static IPEndPoint FreeEndPoint()
    {
        while (true)
        {
            using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var endPoint = (IPEndPoint)tcp.LocalEndPoint!;
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(endPoint);
                return endPoint;
            }
            catch (SocketException)
            {
                // Somebody has the same number for UDP: take another.
            }
        }
    }

    public static async Task<bool> AcceptsAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
