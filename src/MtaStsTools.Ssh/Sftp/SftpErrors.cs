using System.Net.Sockets;
using MtaStsTools.Net;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Hosts.Folder;
using Renci.SshNet.Common;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>The kind, the sentence and the remedy for every way in which a policy file on a server cannot be read or written.</summary>
/// <param name="domain">The policy domain.</param>
/// <param name="server">The account and the server, for people.</param>
/// <param name="path">The file on it.</param>
internal sealed class SftpErrors(string domain, string server, string path)
{
    private string File => DisplayText.Sanitize($"{server}:{path}", 400);

    private string Server => DisplayText.Sanitize(server, 400);

    /// <summary>What is wrong with a folder or a file is the same as on a disk.</summary>
    public FolderErrors Folder { get; } = new(domain, $"{server}:{path}");

    public PolicyHostException NoRoot(string root) => Folder.NoRoot($"{server}:{root}");

    public PolicyHostException IsLink(string link) => Folder.IsLink($"{server}:{link}");

    public PolicyHostException UnknownHostKey(IEnumerable<byte[]> seen) => Create(MalformedAnswer,
        $"{Server} has none of the keys that it is known by, and nothing was sent to it. It has {string.Join(" and ", seen.Select(key => $"{DisplayText.Sanitize(HostKeyPin.TypeOf(key))} {HostKeyPin.FingerprintOf(key)}"))}.",
        "Ask who runs the server whether that is its key (ssh-keygen -l -f of its public key). If so, name it; if not, somebody else answers in its place.");

    public PolicyHostException NoHostKey(Exception cause) => Create(Unavailable,
        $"{Server} agrees on no way to encrypt: {Sentence(cause)}",
        "Check that the server is up to date.", cause);

    public PolicyHostException NoPrivateKey(string what, string remedy) => Create(InvalidRequest, $"{what}.", remedy);

    public PolicyHostException NoAtomicRename() => Create(InvalidRequest,
        $"{Server} cannot replace a file by one rename (posix-rename@openssh.com), and nothing was changed.",
        "Let the file be missing for the moment in which it is replaced, or use another server.", authenticated: true);

    public PolicyHostException Overwritten() => Create(Conflict,
        $"{File} is not what was just written: somebody else changed it in the same moment.",
        "Look at the file, then plan again.", mayHaveChanged: true, authenticated: true);

    public PolicyHostException TooSlow(TimeSpan limit, bool mayHaveChanged) => Create(ProviderErrorKind.Timeout,
        $"{Server} took longer than {TimeLimit.Describe(limit)}.{Doubt(mayHaveChanged)}",
        "Check that SSH is let through on the way, and the time limit.", mayHaveChanged: mayHaveChanged);

    public PolicyHostException From(Exception exception, bool mayHaveChanged) => exception switch
    {
        SshAuthenticationException => Create(Unauthorized,
            $"{Server} does not let the account in: {Sentence(exception)}",
            "Check the account, and its password or that its public key is known to the server.", exception, authenticated: true),
        SftpPermissionDeniedException => Create(Forbidden,
            $"access to {File} is denied.",
            "Check the permissions of the file and its folder for the account.", exception, authenticated: true),
        SshOperationTimeoutException => Create(ProviderErrorKind.Timeout,
            $"{Server} did not answer in time.{Doubt(mayHaveChanged)}",
            "Check that SSH is let through on the way, and the time limit.", exception, mayHaveChanged),
        SftpException or SftpPathNotFoundException => Create(Unavailable,
            $"{File} cannot be read or written: {Sentence(exception)}{Doubt(mayHaveChanged)}",
            mayHaveChanged ? "Look at the file before trying again." : "Check that the disk of the server has room, and what else is changing the folder.", exception, mayHaveChanged, authenticated: true),
        SocketException or SshConnectionException or ProxyException => Create(Unavailable,
            $"{Server} cannot be reached, or ended the connection: {Sentence(exception)}{Doubt(mayHaveChanged)}",
            mayHaveChanged ? "Look at the file before trying again." : "Check name and port of the server, and that SSH is let through on the way.", exception, mayHaveChanged),
        _ => Create(MalformedAnswer,
            $"{Server} does not answer as an SFTP server does: {Sentence(exception)}{Doubt(mayHaveChanged)}",
            "Check that the server offers SFTP to the account (sftp of OpenSSH tells).", exception, mayHaveChanged),
    };

    private static string Doubt(bool mayHaveChanged) => mayHaveChanged ? " Whether the file was changed is not known." : "";

    private static string Sentence(Exception exception) => DisplayText.Sanitize(exception.Message.Trim(), 400).TrimEnd('.') + ".";

    private PolicyHostException Create(
        ProviderErrorKind kind, string sentence, string remedy, Exception? cause = null, bool mayHaveChanged = false, bool authenticated = false) =>
        new(kind, $"{domain}: {sentence}", remedy, cause) { MayHaveChanged = mayHaveChanged, IsAuthenticated = authenticated };
}
