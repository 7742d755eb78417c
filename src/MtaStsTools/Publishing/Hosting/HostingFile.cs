namespace MtaStsTools.Publishing.Hosting;

/// <summary>One file of a hosting.</summary>
public sealed record HostingFile
{
    internal HostingFile(string path, string text) => (Path, Text) = (path, text);

    /// <summary>Its path below the folder of the hosting, with slashes.</summary>
    public string Path { get; }

    /// <summary>Its content, to be written as UTF-8 without a byte order mark, octet for octet.</summary>
    public string Text { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
