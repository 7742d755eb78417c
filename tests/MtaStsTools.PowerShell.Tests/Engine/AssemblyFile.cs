using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>Reads what an assembly says of itself without loading it.</summary>
internal static class AssemblyFile
{
    /// <summary>The id of the compilation that the assembly came from.</summary>
    public static Guid ModuleVersionOf(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    /// <summary>Whether there is native code beside the IL.</summary>
    public static bool IsCompiledAhead(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    public static IReadOnlyList<AssemblyName> ReferencesOf(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
