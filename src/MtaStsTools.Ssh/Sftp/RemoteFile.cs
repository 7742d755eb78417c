using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Sftp;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>The policy file of one domain on a server: read, replaced and removed.</summary>
internal sealed class RemoteFile(SftpClient client, string domain, RemoteLayout layout, SftpPolicyHostOptions options, SftpErrors errors, ChangeProgress progress)
{
    /// <summary>Far more than a policy may have, and little enough to read; what is longer is no policy.</summary>
    private const int MaxOctets = 1 << 20;

    private const short ReadableByAll = 644;
    private const short OpenToAll = 755;

    // Whole and without links from CheckPlaceAsync on.
    private string _root = layout.Root;

    /// <summary>Where it is, for people.</summary>
    public string Location { get; } = $"{client.ConnectionInfo.Host}:{layout.FileOf(domain)}";

    private string Path => layout.Below(domain).Aggregate(_root, RemoteLayout.Join);

    private string Folder => layout.Below(domain).Reverse().Skip(1).Reverse().Aggregate(_root, RemoteLayout.Join);

    /// <exception cref="PolicyHostException">The root is missing, or something on the way from it to the file is a link or not what it should be.</exception>
    public async Task CheckPlaceAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(layout.Root, cancellationToken).ConfigureAwait(false) is not { IsDirectory: true } root)
            throw errors.NoRoot(layout.Root);
        var place = _root = root.FullName;
        foreach (var segment in layout.Below(domain))
        {
            var path = RemoteLayout.Join(place, segment);
            await RefuseLinkAsync(place, segment, cancellationToken).ConfigureAwait(false);
            if (await FindAsync(path, cancellationToken).ConfigureAwait(false) is not { } entry)
                return;
            if (path == Path && entry.IsDirectory)
                throw errors.Folder.IsFolder();
            place = path;
        }
    }

    /// <summary>The file; null where there is none.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var stream = await client.OpenAsync(Path, FileMode.Open, FileAccess.Read, cancellationToken).ConfigureAwait(false);
            return await BoundedBody.ReadAsync(stream, MaxOctets, cancellationToken).ConfigureAwait(false) ?? throw errors.Folder.TooLarge(MaxOctets);
        }
        catch (SftpPathNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="PolicyHostException">The file is no longer the expected one, or cannot be written.</exception>
    public async Task ChangeAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!change.Expected.Holds(now))
            throw errors.Folder.Conflict();
        if (change.IsEmpty)
            return;
        if (now is null)
            await CreateFoldersAsync(cancellationToken).ConfigureAwait(false);
        if (options.KeepPrevious && now is { } before)
            await PutAsync(Path + ".previous", before, cancellationToken).ConfigureAwait(false);
        if (change.Body is { } body)
            await PutAsync(Path, body, cancellationToken).ConfigureAwait(false);
        else
            await DeleteAsync(cancellationToken).ConfigureAwait(false);
        if (!(change.Expected with { Body = await ReadAsync(cancellationToken).ConfigureAwait(false) }).Holds(change.Body))
            throw errors.Overwritten();
    }

    /// <summary>Makes the folders below the root that are missing; who can read the file must be able to come to it.</summary>
    private async Task CreateFoldersAsync(CancellationToken cancellationToken)
    {
        var path = _root;
        foreach (var segment in layout.Below(domain).TakeWhile(_ => path != Folder))
        {
            path = RemoteLayout.Join(path, segment);
            if (await FindAsync(path, cancellationToken).ConfigureAwait(false) is not null)
                continue;
            await client.CreateDirectoryAsync(path, cancellationToken).ConfigureAwait(false);
            SetMode(path, OpenToAll);
        }
    }

    /// <summary>Writes the whole file beside its place, and puts it there by one rename.</summary>
    private async Task PutAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var name = path.Substring(Folder.Length).TrimStart('/');
        await RefuseLinkAsync(Folder, name, cancellationToken).ConfigureAwait(false);
        var present = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        var temporary = RemoteLayout.Join(Folder, $".{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = await client.OpenAsync(temporary, FileMode.CreateNew, FileAccess.Write, cancellationToken).ConfigureAwait(false))
            {
                var octets = body.ToArray();
                await stream.WriteAsync(octets, 0, octets.Length, cancellationToken).ConfigureAwait(false);
            }

            SetMode(temporary, present is null ? ReadableByAll : ModeOf(present.Attributes));
            cancellationToken.ThrowIfCancellationRequested();
            await RenameAsync(temporary, path, present is not null, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private async Task RenameAsync(string from, string to, bool isPresent, CancellationToken cancellationToken)
    {
        if (to == Path)
            progress.Send();
        try
        {
            if (!isPresent)
                client.RenameFile(from, to); // Refused where somebody else has put a file there since.
            else
                client.RenameFile(from, to, isPosix: true);
        }
        catch (NotSupportedException) when (!options.AllowGap)
        {
            progress.Refuse();
            throw errors.NoAtomicRename();
        }
        catch (NotSupportedException)
        {
            await client.DeleteFileAsync(to, cancellationToken).ConfigureAwait(false);
            client.RenameFile(from, to);
        }
        catch (SftpPermissionDeniedException)
        {
            progress.Refuse();
            throw;
        }
        catch (SftpException) when (!isPresent)
        {
            progress.Refuse();
            if (await FindAsync(to, cancellationToken).ConfigureAwait(false) is not null)
                throw errors.Folder.Conflict();
            throw;
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        progress.Send();
        try
        {
            await client.DeleteFileAsync(Path, cancellationToken).ConfigureAwait(false);
        }
        catch (SftpPermissionDeniedException)
        {
            progress.Refuse();
            throw;
        }
        catch (SftpPathNotFoundException)
        {
            progress.Refuse();
            throw errors.Folder.Conflict();
        }
    }

    /// <summary>The library asks the server where a path really leads before it uses it, and so would follow links without a word.</summary>
    private async Task RefuseLinkAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var path = RemoteLayout.Join(folder, name);
        if (options.FollowLinks)
            return;
        if (await FindAsync(path, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.IsSymbolicLink || entry.FullName != path)
                throw errors.IsLink(path);
            return;
        }

        // A link that leads nowhere: only the list of its folder has it.
        await foreach (var listed in client.ListDirectoryAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            if (listed.Name == name)
                throw errors.IsLink(path);
        }
    }

    private async Task<ISftpFile?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (SftpPathNotFoundException)
        {
            return null;
        }
    }

    // A policy is public, and the web server runs as somebody else. Not every server has such permissions; whether senders are served the file is looked at from outside.
    private void SetMode(string path, short mode)
    {
        try
        {
            client.ChangePermissions(path, mode);
        }
        catch (SshException exception) when (exception is SftpException or SftpPermissionDeniedException)
        {
            return;
        }
    }

    private void TryDelete(string path)
    {
        try
        {
            client.DeleteFile(path);
        }
        catch (Exception exception) when (exception is SshException or ObjectDisposedException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            return; // What went wrong before is what counts.
        }
    }

    /// <summary>Permissions as the library takes them: three decimal digits that are read as octal ones.</summary>
    private static short ModeOf(SftpFileAttributes attributes)
    {
        return (short)(
            (100 * Digit(attributes.OwnerCanRead, attributes.OwnerCanWrite, attributes.OwnerCanExecute))
            + (10 * Digit(attributes.GroupCanRead, attributes.GroupCanWrite, attributes.GroupCanExecute))
            + Digit(attributes.OthersCanRead, attributes.OthersCanWrite, attributes.OthersCanExecute));

        static int Digit(bool read, bool write, bool execute) => (read ? 4 : 0) + (write ? 2 : 0) + (execute ? 1 : 0);
    }
}
