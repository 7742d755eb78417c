using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Turns what <c>-Path</c> and <c>-LiteralPath</c> say into paths of the file system.</summary>
internal static class FilePaths
{
    /// <summary>The existing files that the path names. That there is none, or that it is of another provider, is an error of the command, which goes on.</summary>
    public static IReadOnlyList<string> Existing(MtaStsCmdlet cmdlet, string path, bool literal)
    {
        try
        {
            if (literal)
                return [Target(cmdlet, path)];
            var found = cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider);
            return provider.Name == "FileSystem" ? found : throw NotAFile(path);
        }
        catch (ItemNotFoundException exception)
        {
            cmdlet.WriteError(FileError.NotFound(path, exception));
        }
        catch (Exception exception) when (exception is SessionStateException or CommandFailedException)
        {
            cmdlet.WriteError(CommandError.From(exception, path));
        }

        return [];
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
