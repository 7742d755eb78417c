using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>Where the file of each domain is on a server: a path whose first part is the administrator's, and whose rest is made up from the domain.</summary>
internal sealed class RemoteLayout
{
    private readonly string[] _below;

    /// <exception cref="ArgumentException">The path or the file is empty, leaves its folder, or has a placeholder that is not known.</exception>
    public RemoteLayout(string path, string file)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Any(char.IsControl))
            throw new ArgumentException($"'{DisplayText.Sanitize(path)}' is no path of a folder.", nameof(path));
        if (path.StartsWith("~", StringComparison.Ordinal))
            throw new ArgumentException($"'{DisplayText.Sanitize(path)}' begins with ~, which SFTP does not know: a path from the folder in which the account starts is written without it.", nameof(path));
        PathTemplate.Check(path, nameof(path));
        var segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var fixedSegments = Array.FindIndex(segments, PathTemplate.HasPlaceholder) is var first and >= 0 ? first : segments.Length;
        if (segments.Skip(fixedSegments).Any(segment => segment.Trim('.').Length == 0))
            throw new ArgumentException($"'{DisplayText.Sanitize(path)}' leads out of a folder that is named after a domain.", nameof(path));

        var start = path[0] == '/' ? "/" : "";
        Root = start + string.Join("/", segments.Take(fixedSegments)) is { Length: > 0 } root ? root : ".";
        _below = [.. segments.Skip(fixedSegments), .. PathTemplate.Segments(file, nameof(file))];
        Template = _below.Aggregate(Root, Join);
    }

    /// <summary>The folder that must exist.</summary>
    public string Root { get; }

    /// <summary>The path with its placeholders, for people.</summary>
    public string Template { get; }

    /// <summary>The folders from the root to the file of <paramref name="domain"/>, and the file at the end.</summary>
    public IEnumerable<string> Below(string domain) => _below.Select(segment => PathTemplate.Fill(segment, domain));

    /// <summary>The path of the file of <paramref name="domain"/>, for people.</summary>
    public string FileOf(string domain) => Below(domain).Aggregate(Root, Join);

    public static string Join(string folder, string name) => folder switch
    {
        "." => name,
        _ when folder.EndsWith("/", StringComparison.Ordinal) => folder + name,
        _ => $"{folder}/{name}",
    };
}
