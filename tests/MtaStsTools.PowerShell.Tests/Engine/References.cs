using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>Reads what an assembly refers to without loading it.</summary>
internal static class References
{
    public static IReadOnlyList<AssemblyName> Of(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
