using System.Net;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A Postfix instance of its own on a loopback port: <c>smtpd</c> with STARTTLS and the services it leans on.</summary>
/// <remarks>Postfix starts its daemons as several users, so this needs root.</remarks>
internal sealed class Postfix : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Postfix(ServerFolder folder, ServerProcess process, IPEndPoint endPoint)
    {
        _folder = folder;
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Skips or fails the test where Postfix cannot be started; else says where it is.</summary>
    public static string Require()
    {
        var program = Installed.Program("postfix", "postfix");
        Installed.Root("Postfix can be started by root only.");
        return program;
    }

    /// <param name="hostName">The name in the greeting.</param>
    /// <param name="certificate">Presented after STARTTLS; null: STARTTLS is not offered.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<Postfix> StartAsync(
        string hostName, IssuedCertificate? certificate, CancellationToken cancellationToken)
    {
        var program = Require();
        var chown = Installed.Program("chown", "coreutils");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        var configuration = folder.CreateFolder("etc");
        folder.CreateFolder("queue");
        folder.Write(Path.Combine("etc", "main.cf"), MainParameters(folder, hostName, certificate));
        folder.Write(Path.Combine("etc", "master.cf"), Services(endPoint));
        await ServerProcess.RunAsync(chown, ["postfix", folder.CreateFolder("data")], cancellationToken);

        var process = ServerProcess.Start(program, ["-c", configuration, "start-fg"], [program, "-c", configuration, "stop"]);
        var server = new Postfix(folder, process, endPoint);
        try
        {
            await process.UntilAsync(cancel => Loopback.AcceptsAsync(endPoint, cancel), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until its daemons have logged <paramref name="text"/>; throws with the log when they do not.</summary>
    public Task UntilLogHasAsync(string text, CancellationToken cancellationToken) => _process.UntilAsync(
        _ => Task.FromResult(_process.Output.Contains(text, StringComparison.Ordinal)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string MainParameters(ServerFolder folder, string hostName, IssuedCertificate? certificate)
    {
        var tls = certificate is null
            ? "smtpd_tls_security_level = none"
            : $"""
              smtpd_tls_security_level = may
              smtpd_tls_chain_files = {folder.Write("chain.pem", certificate.Key() + certificate.Chain())}
              smtpd_tls_loglevel = 1
              """;
        return
            $"""
            compatibility_level = 3.6
            queue_directory = {folder["queue"]}
            data_directory = {folder["data"]}
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = {hostName}
            mydestination = $myhostname
            mynetworks =
            alias_maps =
            alias_database =
            maillog_file = /dev/stdout
            {tls}

            """;
    }

    private static string Services(IPEndPoint endPoint) =>
        $"""
        {endPoint} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        rewrite unix - - n - - trivial-rewrite
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
