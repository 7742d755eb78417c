namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>What <c>npm ci</c> has put into <c>tests/Node</c>.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Node");

    /// <summary>A script of that folder that needs a package.</summary>
    public static string Script(string name, string package)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", package)))
            Installed.Lacking($"The package {package} is not there (npm ci --prefix tests/Node --ignore-scripts).");
        return Path.Combine(Folder, name);
    }
}
