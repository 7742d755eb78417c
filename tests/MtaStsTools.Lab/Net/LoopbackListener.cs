using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Lab.Net;

/// <summary>Accepts TCP connections on one loopback address; each is served within bounds and then closed.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private const int MaxConnections = 256;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromSeconds(90);
    private readonly Socket _listener;
    private readonly Func<Socket, CancellationToken, Task> _serve;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _slots = new(MaxConnections);
    private readonly Task _loop;

    public LoopbackListener(IPEndPoint endPoint, Func<Socket, CancellationToken, Task> serve)
    {
        if (!IPAddress.IsLoopback(endPoint.Address))
            throw new ArgumentException("The lab listens on loopback addresses only.", nameof(endPoint));
        _serve = serve;
        _listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(endPoint);
            _listener.Listen(128);
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        _loop = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                await _slots.WaitAsync(_stop.Token);
                var socket = await _listener.AcceptAsync(_stop.Token);
                _ = ServeAsync(socket, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                _slots.Release();
            }
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(ConnectionLifetime);
        try
        {
            socket.NoDelay = true;
            await _serve(socket, limit.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException or InvalidOperationException)
        {
            // The client went away or broke the protocol: part of the experiment, and the client's to report.
        }
        finally
        {
            socket.Dispose();
            _slots.Release();
        }
    }
}
