namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>Reads zone files octet for octet, and puts new ones in their place: whole, on the disk before they are seen, with the same owner and permissions.</summary>
internal static class ZoneFileStore
{
    /// <summary>Larger than any zone that is kept by hand.</summary>
    private const long MaxLength = 256L * 1024 * 1024;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    /// <summary>The path of the file itself, where links lead to it.</summary>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
#if NET
        return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
#else
        return full;
#endif
    }

    public static ZoneSource Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MaxLength)
            throw new IOException($"The file has {stream.Length} octets, more than a zone file that is edited.");
        var octets = new byte[stream.Length];
        var length = 0;
        while (length < octets.Length && stream.Read(octets, length, octets.Length - length) is > 0 and var read)
            length += read;
        var characters = new char[length];
        for (var i = 0; i < length; i++)
            characters[i] = (char)octets[i];
        return new ZoneSource(path, new string(characters));
    }

    /// <summary>Holds off other publishers of the same file until it is disposed. The lock's own file stays: to remove it would let two hold it at once.</summary>
    /// <exception cref="TimeoutException">Another held it all the time.</exception>
    public static async Task<IDisposable> LockAsync(string path, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.lock");
        var started = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (time.GetElapsedTime(started) >= timeout)
                    throw new TimeoutException(exception.Message, exception);
            }

            await Task.Delay(LockPause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts <paramref name="text"/> in the place of the file, unless it is no longer what was read.</summary>
    /// <returns>False where somebody else has changed the file; then nothing is written.</returns>
    /// <exception cref="UnauthorizedAccessException">The file cannot be replaced by one of the same owner.</exception>
    public static bool Replace(ZoneSource source, string text)
    {
        var next = Path.Combine(Path.GetDirectoryName(source.Path)!, $".{Path.GetFileName(source.Path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Write(next, source.Path, text);
            if (!string.Equals(Read(source.Path).Text, source.Text, StringComparison.Ordinal))
                return false;
            File.Replace(next, source.Path, destinationBackupFileName: null);
            return true;
        }
        finally
        {
            File.Delete(next);
        }
    }

    private static void Write(string path, string original, string text)
    {
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
#if NET
            // Before it has any content: what only the server may read is never seen by others.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(original));
#endif
            var octets = new byte[text.Length];
            for (var i = 0; i < octets.Length; i++)
                octets[i] = (byte)text[i];
            stream.Write(octets, 0, octets.Length);
            stream.Flush(flushToDisk: true);
        }

        if (FileOwner.Of(original)?.Give(path) == false)
            throw new UnauthorizedAccessException("The new file cannot be given to the owner of the old one.");
    }
}
