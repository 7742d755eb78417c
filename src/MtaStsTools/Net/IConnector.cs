using System.Net;

namespace MtaStsTools.Net;

/// <summary>Opens TCP connections: the one place through which policy and MX hosts are contacted.</summary>
public interface IConnector
{
    /// <summary>Connects to an address and port.</summary>
    /// <param name="endPoint">The address and port.</param>
    /// <param name="cancellationToken">Ends the attempt; it carries the time limit.</param>
    /// <returns>The connection; disposing of it closes it, and ends a read that waits.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">The connection was refused, or the host is unreachable.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}
