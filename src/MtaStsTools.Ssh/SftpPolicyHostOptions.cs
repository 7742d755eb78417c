using MtaStsTools.Publishing;

namespace MtaStsTools.Ssh;

/// <summary>The web server whose folders are reached over SFTP, who logs in there, and where the policies lie.</summary>
public sealed record SftpPolicyHostOptions
{
    /// <summary>The server: a host name or an IP address.</summary>
    public required string Server { get; init; }

    /// <summary>The TCP port of its SSH service.</summary>
    public int Port { get; init; } = 22;

    /// <summary>
    /// The keys by which the server is known, at least one: a fingerprint as <c>ssh-keygen -l</c> shows it (<c>SHA256:</c> and 43 characters), a line of
    /// <c>known_hosts</c>, or the line of a public key (<c>ssh-ed25519 AAAA…</c>). Nothing is sent to a server that has none of them.
    /// </summary>
    public required IReadOnlyList<string> HostKeys { get; init; }

    /// <summary>The account that logs in.</summary>
    public required string UserName { get; init; }

    /// <summary>Its password; null where a private key logs in.</summary>
    public ProviderSecret? Password { get; init; }

    /// <summary>The file of a private key, of OpenSSH, PKCS#8, PKCS#1 or PuTTY. It is read with each connection.</summary>
    public string? PrivateKeyPath { get; init; }

    /// <summary>The text of a private key, in place of a file.</summary>
    public ProviderSecret? PrivateKey { get; init; }

    /// <summary>What the private key is encrypted with; null where it is not.</summary>
    public ProviderSecret? Passphrase { get; init; }

    /// <summary>
    /// The root folder of the web site on the server: from the root (<c>/srv/www/{host}</c>) or from the folder in which the account starts
    /// (<c>public_html</c>). <c>{domain}</c> stands for the policy domain and <c>{host}</c> for its policy host. Folders from the first placeholder on are made
    /// where they are missing; those before it must exist. Without a placeholder all domains have the same files.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The policy file below <see cref="Path"/>, with the same placeholders; its folders are made where they are missing.</summary>
    public string File { get; init; } = WellKnownNames.PolicyPath.TrimStart('/');

    /// <summary>
    /// Follows symbolic links from the first placeholder on. Without it they are refused: whoever may write to the folder of one domain could lead the change
    /// elsewhere.
    /// </summary>
    public bool FollowLinks { get; init; }

    /// <summary>Keeps the file of before beside the new one, under its name and <c>.previous</c>.</summary>
    public bool KeepPrevious { get; init; } = true;

    /// <summary>
    /// Lets the file be missing for a moment while it is replaced, on servers that cannot replace it by one rename (<c>posix-rename@openssh.com</c>). Without
    /// it such servers are refused.
    /// </summary>
    public bool AllowGap { get; init; }

    /// <summary>What the name of a policy host has to be a CNAME of so that senders come to this web server; null where that is not known.</summary>
    public string? Target { get; init; }

    /// <summary>How long reading a file or changing it may take in all, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
