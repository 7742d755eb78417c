using MtaStsTools.Net;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Publishing.Hosts.Folder;

/// <summary>The kind, the sentence and the remedy for every way in which a policy file cannot be read or written.</summary>
internal sealed class FolderErrors(string domain, string path)
{
    private string File => DisplayText.Sanitize(path, 400);

    public PolicyHostException NoRoot(string root) => Create(NotFound,
        $"the folder {DisplayText.Sanitize(root, 400)} does not exist.",
        "Check the path; only the folders from the first placeholder on are made.");

    public PolicyHostException IsLink(string link) => Create(InvalidRequest,
        $"{DisplayText.Sanitize(link, 400)} is a symbolic link, which is not followed: the policy could be led elsewhere.",
        "Name the real folder in the path, or let links be followed where only administrators can write.");

    public PolicyHostException IsFolder() => Create(InvalidRequest,
        $"{File} is a folder, and the policy is a file.",
        "Remove the folder, or name another file.");

    public PolicyHostException InUse(TimeSpan waited, Exception cause) => Create(Unavailable,
        $"{File} was being changed by another process for {TimeLimit.Describe(waited)}.",
        "Try again when the other process has ended.", cause);

    public PolicyHostException Conflict() => Create(ProviderErrorKind.Conflict,
        $"{File} is no longer what it was when the change was planned; nothing was changed.",
        "Somebody else changed it at the same time: look at it, then plan again.");

    public PolicyHostException TooLarge(int limit) => Create(InvalidRequest,
        $"{File} has more than {limit} octets, so it is no policy.",
        "Look at the file, and move it away if it is not needed.");

    /// <summary>Does it, and explains what the system says where it fails.</summary>
    public T Explain<T>(Func<T> work, bool isChange = false)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw From(exception, mayHaveChanged: isChange && exception is not (UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException));
        }
    }

    public PolicyHostException From(Exception exception, bool mayHaveChanged) => exception switch
    {
        UnauthorizedAccessException => Create(Forbidden,
            $"access to {File} is denied.",
            "Check the permissions of the file and its folder.", exception),
        PathTooLongException => Create(InvalidRequest,
            $"{File} is too long for a path.",
            "Choose a shorter path.", exception),
        _ => Create(Unavailable,
            $"{File} cannot be read or written: {DisplayText.Sanitize(exception.Message, 400)}{(mayHaveChanged ? " Whether it was changed is not known." : "")}",
            mayHaveChanged ? "Look at the file before trying again." : "Check that the disk or the share is there and has room, and try again.", exception, mayHaveChanged),
    };

    private PolicyHostException Create(ProviderErrorKind kind, string sentence, string remedy, Exception? cause = null, bool mayHaveChanged = false) =>
        new(kind, $"{domain}: {sentence}", remedy, cause) { MayHaveChanged = mayHaveChanged };
}
