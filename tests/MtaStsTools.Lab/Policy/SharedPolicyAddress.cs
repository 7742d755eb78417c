using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Policy;

/// <summary>Many sound policy hosts on one address, told apart by SNI.</summary>
internal sealed class SharedPolicyAddress(IPAddress address, HttpEngine engine, LabJournal journal)
{
    private readonly ConcurrentDictionary<string, PolicyHost> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public IPAddress Address => address;

    public void Add(PolicyHost host) => _hosts[host.Name] = host;

    public async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        PolicyHost? host = null;
        await using var transport = new NetworkStream(socket);
        await using var tls = await TlsAnswers.AcceptAsync(
            transport, TlsFault.None, SslProtocols.Tls12 | SslProtocols.Tls13, suite: null,
            serverName =>
            {
                if (serverName is not null && _hosts.TryGetValue(serverName, out host))
                    journal.Record(new LabConnection(serverName, address, Smtp: false));
                return host?.Certificate.Value;
            },
            http: true, stop);
        if (tls is not null && host is not null)
            await engine.ServeAsync(host, tls, socket, stop);
    }
}
