using System.Text;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Policy files: UTF-8 without byte order mark, lines ending in CRLF.</summary>
internal static class PolicyFile
{
    // A body that is too long must be seen to be so, and nothing beyond that is of interest.
    private const int MostOctets = 65_536 + 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files that the path names, each with its octets. A file that cannot be read is an error of the command that goes on.</summary>
    public static IEnumerable<(string File, byte[] Body)> ReadAll(MtaStsCmdlet cmdlet, string path, bool literal)
    {
        foreach (var file in FilePaths.Existing(cmdlet, path, literal))
        {
            if (Read(cmdlet, file) is { } body)
                yield return (file, body);
        }
    }

    /// <summary>Writes the policy as its file.</summary>
    public static void Write(string file, MtaStsPolicy policy) => File.WriteAllText(file, policy.ToString(), Utf8);

    private static byte[]? Read(MtaStsCmdlet cmdlet, string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var body = new byte[MostOctets];
            var count = 0;
            int read;
            while (count < MostOctets && (read = stream.Read(body, count, MostOctets - count)) > 0)
                count += read;
            Array.Resize(ref body, count);
            return body;
        }
        catch (Exception exception) when (FileError.IsAboutTheFile(exception))
        {
            cmdlet.WriteError(FileError.Of(exception, file));
            return null;
        }
    }
}
