using System.Net;
using Xunit;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>OpenSSH's server on a loopback port, with a key of its own, and one subsystem: PowerShell, whose remoting runs over it, or SFTP.</summary>
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

    /// <summary>The public keys that the server has.</summary>
    public IReadOnlyList<string> HostKeys => [.. new[] { "host", "host-rsa" }.Select(name => _folder[$"{name}.pub"]).Where(File.Exists).Select(path => File.ReadAllText(path).Trim())];

    /// <summary>Starts it for PowerShell's remoting.</summary>
    public static async Task<Sshd> StartAsync(CancellationToken cancellationToken) => await StartAsync(await PowerShellAsync(cancellationToken), cancellationToken);

    /// <summary>Starts it for SFTP, with an RSA key beside the other.</summary>
    /// <param name="options">Those of OpenSSH's SFTP server.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static Task<Sshd> StartSftpAsync(string options, CancellationToken cancellationToken) => StartAsync($"Subsystem sftp internal-sftp {options}", cancellationToken);

    /// <summary>What the server said.</summary>
    public string Log => _process.Output;


    private static async Task<Sshd> StartAsync(string subsystem, CancellationToken cancellationToken)
    {
        var program = Installed.Program("sshd", Package);
        var keys = Installed.Program("ssh-keygen", "openssh-client");
        Installed.Program("ssh", "openssh-client");
        Installed.Root("sshd can log in the account of the tests only as root.");
        Directory.CreateDirectory(PrivilegeSeparation);
        var folder = new ServerFolder();
        foreach (var name in new[] { "host", "user" })
            await ServerProcess.RunAsync(keys, ["-q", "-t", "ed25519", "-N", "", "-f", folder[name]], cancellationToken);
        await ServerProcess.RunAsync(keys, ["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", folder["host-rsa"]], cancellationToken);
        var endPoint = Loopback.FreeEndPoint();
        var configuration = folder.Write("sshd_config", Configuration(folder, endPoint, subsystem));

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
    private static async Task<string> PowerShellAsync(CancellationToken cancellationToken)
    {
        var dotnet = Installed.Program("dotnet", "dotnet-sdk-10.0");
        var home = (await ServerProcess.RunAsync(dotnet, ["pwsh", "-NoProfile", "-Command", "$PSHOME"], cancellationToken, TimeSpan.FromMinutes(2), Repository.Root)).Trim();
        return $"Subsystem powershell {dotnet} {Path.Combine(home, "pwsh.dll")} -sshs -NoLogo -NoProfile";
    }

    private static string Configuration(ServerFolder folder, IPEndPoint endPoint, string subsystem) =>
        $"""
        Port {endPoint.Port}
        ListenAddress {endPoint.Address}
        HostKey {folder["host"]}
        HostKey {folder["host-rsa"]}
        AuthorizedKeysFile {folder["user.pub"]}
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        StrictModes no
        UsePAM no
        PidFile none
        SetEnv POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
        {subsystem}

        """;
}
