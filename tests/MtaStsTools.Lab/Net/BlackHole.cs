using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Lab.Net;

/// <summary>
/// An address that neither accepts nor refuses: the listener's backlog is kept full by the lab's own connections,
/// and Linux drops what comes on top, as a packet filter would.
/// </summary>
internal sealed class BlackHole : IAsyncDisposable
{
    private const int Fillers = 4;
    private readonly List<Socket> _sockets = [];

    public BlackHole(IPEndPoint endPoint)
    {
        var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(listener);
        listener.Bind(endPoint);
        listener.Listen(0);
        for (var i = 0; i < Fillers; i++)
        {
            var filler = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _sockets.Add(filler);
            try
            {
                filler.Connect(endPoint);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Under way, which is all that is wanted.
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _sockets.ForEach(s => s.Dispose());
        return ValueTask.CompletedTask;
    }
}
