using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Net;

/// <summary>How connecting to an address went; <see cref="Stream"/> is there only where it succeeded.</summary>
internal sealed record Connection(Stream? Stream, bool TimedOut, string? Detail)
{
    public static async Task<Connection> OpenAsync(IConnector connector, IPEndPoint endPoint, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, cancellationToken);
        try
        {
            return new Connection(await connector.ConnectAsync(endPoint, limit.Token).ConfigureAwait(false), TimedOut: false, Detail: null);
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            var late = limit.IsOver || exception is SocketException { SocketErrorCode: SocketError.TimedOut };
            return new Connection(Stream: null, late, late ? $"no connection within {limit.Text}" : SocketErrors.Describe(exception));
        }
    }

    /// <summary>Whether an exception is the network's, or a time limit's, and not a mistake of ours.</summary>
    public static bool IsFailure(Exception exception) =>
        exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;
}
