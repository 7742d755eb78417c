namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A temporary folder for one server's configuration and state.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const UnixFileMode Traversable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mtasts-");

    // Servers that drop root must still reach their own files.
    public ServerFolder() => File.SetUnixFileMode(Path, Traversable);

    public string Path => _directory.FullName;

    public string Write(string name, string text)
    {
        var path = this[name];
        File.WriteAllText(path, text);
        return path;
    }

    public string CreateFolder(string name) => Directory.CreateDirectory(this[name], Traversable).FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
