#if NETFRAMEWORK
using System.Management.Automation;
using System.Reflection;

namespace MtaStsTools.PowerShell;

/// <summary>
/// Stands in for the binding redirects that powershell.exe does not have: where one of our dependencies asks for an older
/// version of another, Windows PowerShell is given the one that came with the module.
/// </summary>
public sealed class ModuleAssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleAssemblyResolver).Assembly.Location)!;

    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        // Only for requests from our own folder: what other modules need is not ours to answer.
        var requester = args.RequestingAssembly;
        if (requester is null || requester.IsDynamic || !IsInFolder(requester.Location))
            return null;

        var wanted = new AssemblyName(args.Name);
        var path = Path.Combine(Folder, wanted.Name + ".dll");
        if (!File.Exists(path))
            return null;

        var ours = AssemblyName.GetAssemblyName(path);
        return ours.Version >= wanted.Version && SameKey(ours, wanted) ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsInFolder(string location) =>
        location.Length > 0 && string.Equals(Path.GetDirectoryName(location), Folder, StringComparison.OrdinalIgnoreCase);

    private static bool SameKey(AssemblyName ours, AssemblyName wanted) =>
        (ours.GetPublicKeyToken() ?? []).SequenceEqual(wanted.GetPublicKeyToken() ?? []);
}
#endif
