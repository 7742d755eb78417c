namespace MtaStsTools.Publishing.Hosts.Folder;

/// <summary>Writes a file so that whoever reads it meanwhile gets the old one or the new one: whole on the disk first, then by one rename.</summary>
internal static class FileReplacement
{
    /// <returns>True, always; so that it may stand where a value is wanted.</returns>
    public static bool Write(string path, ReadOnlyMemory<byte> body)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            var octets = body.ToArray();
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(octets, 0, octets.Length);
                stream.Flush(flushToDisk: true);
            }

            Move(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        return true;
    }

    /// <summary>Makes a folder where there is none.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        Directory.CreateDirectory(path);
#if NET
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
#endif
    }

#if NET
    /// <summary>A policy is public, and the web server runs as somebody else: what was set for the file of before stays, and a first one can be read by all.</summary>
    private static void Move(string temporary, string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.Exists(path)
                ? File.GetUnixFileMode(path)
                : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        File.Move(temporary, path, overwrite: true);
    }
#else
    private static void Move(string temporary, string path)
    {
        if (File.Exists(path))
            File.Replace(temporary, path, destinationBackupFileName: null);
        else
            File.Move(temporary, path);
    }
#endif
}
