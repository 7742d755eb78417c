using System.Net;
using System.Net.Sockets;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Policy;

/// <summary>One policy host: TLS here, then HTTP by Kestrel, or by hand where the fault is in the HTTP itself.</summary>
internal sealed class PolicyHost(
    string name, IPAddress address, LabPolicyHost host, string webFolder, Lazy<IssuedCertificate> certificate, HttpEngine engine, LabJournal journal)
{
    private volatile string? _body = host.Body;

    public string Name => name;

    public IPAddress Address => address;

    public LabPolicyHost Host => host;

    public Lazy<IssuedCertificate> Certificate => certificate;

    /// <summary>What is served now: the file of the host in the lab's web folder where there is one; settable while the lab runs.</summary>
    public string? Body
    {
        get => host.File is { } file ? Read(file) : ReadFile() ?? _body;
        set => _body = value;
    }

    public async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        journal.Record(new LabConnection(name, address, Smtp: false));
        await using var transport = new NetworkStream(socket);
        if (host.Connection == ConnectionFault.HangUp)
            return;
        if (host.Connection == ConnectionFault.Silent)
            await Task.Delay(Timeout.Infinite, stop);
        await using var tls = await TlsAnswers.AcceptAsync(transport, host.Tls, host.TlsVersions, host.CipherSuite, _ => certificate.Value, http: true, stop);
        if (tls is null)
            return;
        if (host.Http == HttpFault.None)
            await engine.ServeAsync(this, tls, socket, stop);
        else
            await FaultyHttp.AnswerAsync(tls, host.Http, Body ?? "", stop);
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    private string? ReadFile()
    {
        try
        {
            return File.ReadAllText(Path.Combine(webFolder, name.TrimEnd('.'), ".well-known", "mta-sts.txt"));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
