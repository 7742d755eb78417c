using System.Net;
using Xunit;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>OpenSSH's server on a loopback port, with a key of its own and PowerShell as its subsystem: what PowerShell's remoting runs over.</summary>
/// <remarks>It needs root: sshd runs its children as other users, and a key for its own account.</remarks>
internal sealed class Sshd : IAsyncDisposable
{
    private const string Package = "openssh-server";
    private const string PrivilegeSeparation = "/run/sshd";

    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Sshd(ServerFolder folder, ServerProcess process, IPEndPoint endPoint)
    {
        _folder = folder;
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>The private key that logs in.</summary>
    public string KeyPath => _folder["user"];

    public static async Task<Sshd> StartAsync(CancellationToken cancellationToken)
    {
        var program = Installed.Program("sshd", Package);
        var keys = Installed.Program("ssh-keygen", "openssh-client");
        Installed.Program("ssh", "openssh-client");
        Installed.Root("sshd can log in the account of the tests only as root.");
        Directory.CreateDirectory(PrivilegeSeparation);
        var folder = new ServerFolder();
        foreach (var name in new[] { "host", "user" })
            await ServerProcess.RunAsync(keys, ["-q", "-t", "ed25519", "-N", "", "-f", folder[name]], cancellationToken);
        var endPoint = Loopback.FreeEndPoint();
        var configuration = folder.Write("sshd_config", await ConfigurationAsync(folder, endPoint, cancellationToken));

        var process = ServerProcess.Start(program, ["-D", "-e", "-f", configuration]);
        var server = new Sshd(folder, process, endPoint);
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

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    // The tool command of the repository is left out: a subsystem has a shell's working directory, and stdin and stdout are the protocol's.
    private static async Task<string> ConfigurationAsync(ServerFolder folder, IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var dotnet = Installed.Program("dotnet", "dotnet-sdk-10.0");
        var home = (await ServerProcess.RunAsync(dotnet, ["pwsh", "-NoProfile", "-Command", "$PSHOME"], cancellationToken, TimeSpan.FromMinutes(2), Repository.Root)).Trim();
        return
            $"""
            Port {endPoint.Port}
            ListenAddress {endPoint.Address}
            HostKey {folder["host"]}
            AuthorizedKeysFile {folder["user.pub"]}
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            StrictModes no
            UsePAM no
            PidFile none
            SetEnv POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
            Subsystem powershell {dotnet} {Path.Combine(home, "pwsh.dll")} -sshs -NoLogo -NoProfile

            """;
    }
}
