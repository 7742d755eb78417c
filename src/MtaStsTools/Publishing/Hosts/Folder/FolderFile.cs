using System.Security.Cryptography;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts.Folder;

/// <summary>The policy file of one domain in its folder: read, replaced and removed, by one at a time.</summary>
internal sealed class FolderFile
{
    /// <summary>Far more than a policy may have, and little enough to read; what is longer is no policy.</summary>
    private const int MaxOctets = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _domain;
    private readonly FolderLayout _layout;
    private readonly bool _followLinks;

    public FolderFile(string domain, FolderLayout layout, bool followLinks)
    {
        _domain = DomainName.Parse(domain).Ascii;
        _layout = layout;
        _followLinks = followLinks;
        Path = layout.FileOf(_domain);
    }

    public string Path { get; }

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;

    private FolderErrors Errors => new(_domain, Path);

    /// <summary>The name of a content: what is stored is still the same as long as this is.</summary>
    public static string? VersionOf(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } octets)
            return null;
        using var hash = SHA256.Create();
        return "sha256:" + Hexadecimal.Of(hash.ComputeHash(octets.ToArray()));
    }

    /// <exception cref="PolicyHostException">The root is missing, or something on the way from it to the file is a link or not what it should be.</exception>
    public void CheckPlace()
    {
        if (!Directory.Exists(_layout.Root))
            throw Errors.NoRoot(_layout.Root);
        var path = _layout.Root;
        foreach (var segment in _layout.Below(_domain))
        {
            path = System.IO.Path.Combine(path, segment);
            if (!_followLinks && Links.IsLink(path))
                throw Errors.IsLink(path);
        }

        if (Directory.Exists(Path))
            throw Errors.IsFolder();
    }

    /// <summary>The file; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Read() => Errors.Explain(() => ReadFile(Path));

    /// <summary>Makes the folders below the root that are missing; who can read the file must be able to come to it.</summary>
    public void CreateFolder() => Errors.Explain(() =>
    {
        var path = _layout.Root;
        foreach (var segment in _layout.Below(_domain).TakeWhile(_ => path != Folder))
            FileReplacement.MakeFolder(path = System.IO.Path.Combine(path, segment));
        return true;
    });

    /// <summary>Waits until no other host changes the file. What holds the turn is released by the system even where the process is killed.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
            return new MemoryStream(); // Nothing to take turns over: what is not there can only be removed once more.
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                if (waited >= Patience)
                    throw Errors.InUse(Patience, exception);
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw Errors.From(exception, mayHaveChanged: false);
            }
        }
    }

    /// <exception cref="PolicyHostException">The file is no longer the expected one, or cannot be written.</exception>
    public void Change(PolicyFileChange change, bool keepPrevious)
    {
        var now = Read();
        if (!change.Expected.Holds(now))
            throw Errors.Conflict();
        if (keepPrevious && now is { } before)
            Errors.Explain(() => FileReplacement.Write(Path + ".previous", before));
        Errors.Explain(
            () =>
            {
                if (change.Body is { } body)
                    FileReplacement.Write(Path, body);
                else
                    File.Delete(Path);
                return true;
            },
            isChange: true);
    }

    private ReadOnlyMemory<byte>? ReadFile(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return BoundedBody.Read(stream, MaxOctets) ?? throw Errors.TooLarge(MaxOctets);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
