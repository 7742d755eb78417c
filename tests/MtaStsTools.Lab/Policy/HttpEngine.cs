using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Policy;

/// <summary>
/// Kestrel behind the lab's own listeners: it is given connections whose handshake is done, so hosts can be added and
/// taken away while it runs.
/// </summary>
internal sealed class HttpEngine : IAsyncDisposable, IHttpApplication<HttpContext>
{
    private const string PolicyPath = "/.well-known/mta-sts.txt";
    private readonly Doorway _doorway = new();
    private readonly KestrelServer _kestrel;
    private readonly LabJournal _journal;

    private HttpEngine(LabJournal journal)
    {
        _journal = journal;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 1, listen => listen.Protocols = HttpProtocols.Http1);
        options.Limits.MaxRequestBodySize = 1024;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(20);
        _kestrel = new KestrelServer(Options.Create(options), _doorway, NullLoggerFactory.Instance);
    }

    public static async Task<HttpEngine> StartAsync(LabJournal journal, CancellationToken ct)
    {
        var engine = new HttpEngine(journal);
        await engine._kestrel.StartAsync(engine, ct);
        return engine;
    }

    /// <summary>Serves one connection until either side is done with it.</summary>
    public async Task ServeAsync(PolicyHost host, Stream stream, Socket socket, CancellationToken stop)
    {
        await using var connection = new SecuredConnection(stream, socket);
        connection.Features.Set(host);
        await _doorway.EnterAsync(connection, stop);
        await connection.Done.WaitAsync(stop);
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var host = context.Features.Get<PolicyHost>() ?? throw new InvalidOperationException("The connection has no policy host.");
        _journal.Record(new LabHttpRequest(
            context.Request.Host.Value ?? "", context.Request.Path, context.Request.Headers.UserAgent.ToString(), host.Address));
        var response = context.Response;
        if (context.Request.Path != PolicyPath || host.Body is not { } body)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain";
            await response.WriteAsync("Not found\n");
            return;
        }

        response.StatusCode = host.Host.Status;
        if (host.Host.ContentType is { } type)
            response.ContentType = type;
        if (host.Host.Location is { } location)
            response.Headers.Location = location;
        var octets = Encoding.UTF8.GetBytes(body);
        response.ContentLength = octets.Length;
        await response.Body.WriteAsync(octets, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
    }

    /// <summary>The transport that Kestrel accepts from: whatever the lab puts in.</summary>
    private sealed class Doorway : IConnectionListenerFactory, IConnectionListener
    {
        private readonly Channel<ConnectionContext> _waiting = Channel.CreateBounded<ConnectionContext>(64);

        public EndPoint EndPoint { get; private set; } = new IPEndPoint(IPAddress.Loopback, 1);

        public ValueTask EnterAsync(ConnectionContext connection, CancellationToken stop) => _waiting.Writer.WriteAsync(connection, stop);

        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            EndPoint = endpoint;
            return ValueTask.FromResult<IConnectionListener>(this);
        }

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return await _waiting.Reader.ReadAsync(cancellationToken);
            }
            catch (ChannelClosedException)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _waiting.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }

    private sealed class SecuredConnection : DefaultConnectionContext
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Stream _stream;

        public SecuredConnection(Stream stream, Socket socket)
            : base(Guid.NewGuid().ToString("N"))
        {
            _stream = stream;
            LocalEndPoint = socket.LocalEndPoint;
            RemoteEndPoint = socket.RemoteEndPoint;
            Transport = new Pipes(
                PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)),
                PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)));
        }

        public Task Done => _done.Task;

        public override void Abort(ConnectionAbortedException abortReason)
        {
            _stream.Dispose();
            base.Abort(abortReason);
        }

        public override ValueTask DisposeAsync()
        {
            _done.TrySetResult();
            return base.DisposeAsync();
        }

        private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
    }
}
