using System.Runtime.InteropServices;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>Who owns a file on Linux. A file that takes another's place must be readable by the same server as before.</summary>
internal readonly record struct FileOwner(uint User, uint Group)
{
    private const int CurrentFolder = -100;
    private const uint OwnerAndGroup = 0x8 | 0x10;

    // The layout of struct statx is the same on every processor.
    private const int StatxSize = 256;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;

    /// <summary>The owner; null where the system does not tell.</summary>
    public static FileOwner? Of(string path)
    {
#if NET
        if (!OperatingSystem.IsLinux())
            return null;
#else
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            return null;
#endif
        var buffer = new byte[StatxSize];
        try
        {
            return statx(CurrentFolder, path, 0, OwnerAndGroup, buffer) == 0
                ? new FileOwner(BitConverter.ToUInt32(buffer, UserOffset), BitConverter.ToUInt32(buffer, GroupOffset))
                : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives the file to this owner; false where that is not permitted.</summary>
    public bool Give(string path) => Of(path) == this || chown(path, User, Group) == 0;

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chown(string path, uint user, uint group);
}
