namespace MtaStsTools.Publishing.Hosts.Folder;

/// <summary>Symbolic links and junctions.</summary>
internal static class Links
{
    /// <summary>Whether the path itself is one, whether it leads anywhere or not.</summary>
    public static bool IsLink(string path)
    {
#if NET
        // Deduplicated and cloud files are reparse points too, and lead nowhere else.
        return new FileInfo(path).LinkTarget is not null || new DirectoryInfo(path).LinkTarget is not null;
#else
        try
        {
            return File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
#endif
    }
}
