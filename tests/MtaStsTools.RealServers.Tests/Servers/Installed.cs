using Xunit;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>What a test needs from the machine. Missing means skipped, or failed where the build promised it.</summary>
internal static class Installed
{
    private const string RequireVariable = "MTASTS_REQUIRE_REAL_SERVERS";

    // Servers live in sbin, which an ordinary user's PATH leaves out.
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];

    public static string Program(string name, string package)
    {
        var path = Folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Lacking($"{name} is not installed (Debian package {package}).");
        }

        return path!;
    }

    public static void Root(string reason)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Lacking(reason);
        }
    }

    public static void Lacking(string reason)
    {
        if (Environment.GetEnvironmentVariable(RequireVariable) == "1")
        {
            Assert.Fail($"{reason} {RequireVariable}=1 says that it must be there.");
        }

        Assert.Skip(reason);
    }
}
