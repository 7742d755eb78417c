using System.Text;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Files that a reader finds whole: written beside, and put in their place when they are done.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">The file cannot be written; an earlier one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written; an earlier one is as it was.</exception>
    public static void Write(string file, Action<TextWriter> write, Encoding encoding)
    {
        if (Directory.Exists(file))
            throw new IOException($"'{file}' is a folder.");
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var writer = new StreamWriter(beside, append: false, encoding) { NewLine = "\n" })
                write(writer);
            if (File.Exists(file))
                File.Replace(beside, file, destinationBackupFileName: null);
            else
                File.Move(beside, file);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
