using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Net;

/// <summary>Plain sockets; no proxy, whatever the machine's settings.</summary>
internal sealed class TcpConnector : IConnector
{
    public async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var abort = cancellationToken.Register(static state => ((Socket)state!).Dispose(), socket);
        try
        {
            await socket.ConnectAsync(endPoint).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            if (exception is SocketException or ObjectDisposedException or IOException)
                cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }
}
