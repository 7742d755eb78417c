namespace MtaStsTools.Publishing.Hosts.Folder;

/// <summary>Where the file of each domain is: a path whose first part is the administrator's, and whose rest is made up from the domain.</summary>
internal sealed class FolderLayout
{
    private readonly string[] _below;

    /// <exception cref="ArgumentException">The path or the file is empty, leaves its folder, or has a placeholder that is not known.</exception>
    public FolderLayout(string path, string file)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("The path of the folder is empty.", nameof(path));
        PathTemplate.Check(path, nameof(path));
        var full = System.IO.Path.GetFullPath(path);
        var segments = Split(full);
        var fixedSegments = Array.FindIndex(segments, PathTemplate.HasPlaceholder) is var first and >= 0 ? first : segments.Length;

        Root = Prefix(full, fixedSegments);
        _below = [.. segments.Skip(fixedSegments), .. PathTemplate.Segments(file, nameof(file))];
        Template = Join(_below);
    }

    /// <summary>The folder that must exist.</summary>
    public string Root { get; }

    /// <summary>The path with its placeholders, for people.</summary>
    public string Template { get; }

    /// <summary>The folders from the root to the file of <paramref name="domain"/>, and the file at the end.</summary>
    public IEnumerable<string> Below(string domain) => _below.Select(segment => PathTemplate.Fill(segment, domain));

    /// <summary>The path of the file of <paramref name="domain"/>.</summary>
    public string FileOf(string domain) => Join(Below(domain));

    private string Join(IEnumerable<string> below) => below.Aggregate(Root, System.IO.Path.Combine);

    private static string[] Split(string path) =>
        path.Substring(System.IO.Path.GetPathRoot(path)!.Length).Split([System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    private static string Prefix(string path, int count) => Split(path).Take(count).Aggregate(System.IO.Path.GetPathRoot(path)!, System.IO.Path.Combine);
}
