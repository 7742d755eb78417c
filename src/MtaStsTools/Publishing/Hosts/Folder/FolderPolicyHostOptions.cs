namespace MtaStsTools.Publishing.Hosts;

/// <summary>In which folders policy files are kept.</summary>
public sealed record FolderPolicyHostOptions
{
    /// <summary>
    /// The root folder of the web site, on a disk or a share. <c>{domain}</c> stands for the policy domain and <c>{host}</c> for its policy host:
    /// <c>/srv/www/{host}</c>. Folders from the first placeholder on are made where they are missing; those before it must exist. Without a placeholder all
    /// domains have the same files.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The policy file below <see cref="Path"/>, with the same placeholders; its folders are made where they are missing.</summary>
    public string File { get; init; } = WellKnownNames.PolicyPath.TrimStart('/');

    /// <summary>
    /// Follows symbolic links and junctions from the first placeholder on. Without it they are refused: whoever may write to the folder of one domain could
    /// lead the change elsewhere.
    /// </summary>
    public bool FollowLinks { get; init; }

    /// <summary>Keeps the file of before beside the new one, under its name and <c>.previous</c>.</summary>
    public bool KeepPrevious { get; init; } = true;

    /// <summary>What the name of a policy host has to be a CNAME of so that senders come to this web server; null where that is not known.</summary>
    public string? Target { get; init; }
}
