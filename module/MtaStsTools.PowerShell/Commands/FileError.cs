using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Why a file cannot be read or written, in words that name the file and not what .NET did.</summary>
internal static class FileError
{
    /// <summary>Whether an exception is about the file and not about the program.</summary>
    public static bool IsAboutTheFile(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The error record of an exception that <see cref="IsAboutTheFile"/>.</summary>
    public static ErrorRecord Of(Exception exception, string file) => exception switch
    {
        _ when Directory.Exists(file) => CommandError.Create(
            "PathIsFolder", ErrorCategory.InvalidArgument, $"'{file}' is a folder, and a file is needed.", file, "Give the path of a file.", exception),
        FileNotFoundException => NotFound(file, exception),
        DirectoryNotFoundException => CommandError.Create(
            "PathNotFound", ErrorCategory.ObjectNotFound, $"The folder of '{file}' does not exist.", file, "Check the path.", exception),
        UnauthorizedAccessException => CommandError.Create(
            "AccessDenied", ErrorCategory.PermissionDenied, $"Access to '{file}' is denied.", file, "Check the permissions of the file and its folder.", exception),
        _ => CommandError.From(exception, file),
    };

    /// <summary>There is no such file.</summary>
    public static ErrorRecord NotFound(string path, Exception cause) =>
        CommandError.Create("PathNotFound", ErrorCategory.ObjectNotFound, $"There is no file '{path}'.", path, "Check the path.", cause);
}
