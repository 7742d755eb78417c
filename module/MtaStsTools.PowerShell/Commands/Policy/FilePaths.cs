using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Turns what <c>-Path</c> and <c>-LiteralPath</c> say into paths of the file system.</summary>
internal static class FilePaths
{
    /// <summary>The existing files that the path names.</summary>
    /// <exception cref="ItemNotFoundException">There is none.</exception>
    /// <exception cref="CommandFailedException">The path is of another provider.</exception>
    public static IReadOnlyList<string> Existing(PSCmdlet cmdlet, string path, bool literal)
    {
        if (literal)
            return [Target(cmdlet, path)];

        var found = cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider);
        return provider.Name == "FileSystem" ? found : throw NotAFile(path);
    }

    /// <summary>The file that the path names, whether it exists or not; wildcards are ordinary characters.</summary>
    /// <exception cref="CommandFailedException">The path is of another provider.</exception>
    public static string Target(PSCmdlet cmdlet, string path)
    {
        var target = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" ? target : throw NotAFile(path);
    }

    private static CommandFailedException NotAFile(string path) => new(CommandError.Create(
        "NotAFileSystemPath", ErrorCategory.InvalidArgument, $"'{path}' is not a path of the file system.", path, "Give the path of a file."));
}
