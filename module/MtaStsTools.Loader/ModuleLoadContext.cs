using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MtaStsTools.Loader;

/// <summary>
/// Keeps the cmdlets and what they depend on apart from the rest of a PowerShell 7 process, so that another module's
/// YamlDotNet or DnsClient can neither break this module nor be broken by it, whichever is imported first.
/// </summary>
/// <remarks>
/// MtaStsTools.Core is the exception: it has no dependencies and users name its types in scripts, so it is loaded once,
/// into the default context, and shared.
/// </remarks>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string CmdletsAssembly = "MtaStsTools.PowerShell";
    private const string SharedAssembly = "MtaStsTools.Core";

    private static readonly Lazy<Assembly> Cmdlets = new(LoadCmdlets, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly string[] _folders;
    private readonly Assembly _shared;

    private ModuleLoadContext(string[] folders, Assembly shared)
        : base("MtaStsTools", isCollectible: false)
    {
        _folders = folders;
        _shared = shared;
    }

    /// <summary>Gives the assembly with the cmdlets. The first call of the process loads it, later calls give the same one.</summary>
    /// <returns>The cmdlets' assembly, for <c>Import-Module -Assembly</c>.</returns>
    /// <exception cref="FileNotFoundException">A file of the module is missing.</exception>
    public static Assembly LoadModule() => Cmdlets.Value;

    /// <summary>Where the cmdlets lie once they are loaded; null before, when no session can have imported them.</summary>
    public static string? Location => Cmdlets.IsValueCreated ? Cmdlets.Value.Location : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (string.Equals(assemblyName.Name, SharedAssembly, StringComparison.OrdinalIgnoreCase))
            return _shared;

        // What is not in our folders is the framework's or the engine's: the default context has it.
        var path = Array.Find(Array.ConvertAll(_folders, folder => PathOf(folder, assemblyName.Name)), File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static Assembly LoadCmdlets()
    {
        var build = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;
        var images = Path.Combine(build, Platform());
        // The same assemblies, compiled ahead of time, where the build made them for this platform; what only the clouds need is not among them.
        string[] folders = File.Exists(PathOf(images, CmdletsAssembly)) ? [images, build] : [build];
        var context = new ModuleLoadContext(folders, LoadShared(folders[0]));
        return context.LoadFromAssemblyPath(PathOf(folders[0], CmdletsAssembly));
    }

    // As the runtime names its platforms: linux-x64, win-x64.
    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsLinux() ? "linux" : "other";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    // A host that references the library itself has Core already; a second copy would make two of every type.
    private static Assembly LoadShared(string folder)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(SharedAssembly));
        }
        catch (FileNotFoundException)
        {
            return Default.LoadFromAssemblyPath(PathOf(folder, SharedAssembly));
        }
    }

    private static string PathOf(string folder, string? assembly) => Path.Combine(folder, assembly + ".dll");
}
