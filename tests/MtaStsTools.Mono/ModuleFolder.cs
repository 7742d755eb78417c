using System.Reflection;

namespace MtaStsTools.Mono;

/// <summary>The module's folder for Windows PowerShell 5.1, loaded as <c>Import-Module</c> loads it.</summary>
internal sealed class ModuleFolder
{
    private const string CmdletAssembly = "MtaStsTools.PowerShell.dll";
    private readonly string _path;

    private ModuleFolder(string path) => _path = path;

    public static ModuleFolder Import(string path)
    {
        var folder = new ModuleFolder(Path.GetFullPath(path));

        // This program is compiled against the libraries and has no copy of them.
        AppDomain.CurrentDomain.AssemblyResolve += (_, args) =>
            args.RequestingAssembly == typeof(ModuleFolder).Assembly ? folder.Find(new AssemblyName(args.Name)) : null;

        // The engine calls this once the cmdlets' assembly is loaded.
        var resolver = folder.Load(CmdletAssembly).GetType("MtaStsTools.PowerShell.ModuleAssemblyResolver", throwOnError: true)!;
        resolver.GetMethod("OnImport")!.Invoke(Activator.CreateInstance(resolver), null);
        return folder;
    }

    public IReadOnlyList<Assembly> LoadAll() =>
        [.. Directory.GetFiles(_path, "*.dll").Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal).Select(Load)];

    private Assembly? Find(AssemblyName name) =>
        File.Exists(Path.Combine(_path, name.Name + ".dll")) ? Load(name.Name + ".dll") : null;

    private Assembly Load(string file) => Assembly.LoadFrom(Path.Combine(_path, file));
}
