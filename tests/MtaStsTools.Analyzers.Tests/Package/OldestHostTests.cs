using System.Reflection;
using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>
/// The oldest editor and SDK that are promised can load what is shipped: it refers to nothing but what Roslyn 4.8 itself refers to.
/// That is why no fix is marked as shared, which would refer to a System.Composition of the build's choice.
/// </summary>
public sealed class OldestHostTests
{
    public static TheoryData<string> Shipped => [typeof(TextAnalyzer).Assembly.Location, typeof(TextCodeFixProvider).Assembly.Location];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_reference_is_younger_than_the_oldest_hosts(string assembly)
    {
        var known = new Dictionary<string, Version>(StringComparer.Ordinal)
        {
            ["netstandard"] = new(2, 0, 0, 0),
            ["MtaStsTools.Analyzers"] = typeof(TextAnalyzer).Assembly.GetName().Version!,
            // Every host that has System.Memory 4.5.5, as Roslyn 4.8 demands, has this beside it: the one refers to the other.
            ["System.Buffers"] = new(4, 0, 3, 0),
        };
        foreach (var host in new[] { typeof(Compilation).Assembly, typeof(Workspace).Assembly, typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly })
        {
            foreach (var name in host.GetReferencedAssemblies().Append(host.GetName()))
                known.TryAdd(name.Name!, name.Version!);
        }

        Assert.Equal(new Version(4, 8, 0, 0), known["Microsoft.CodeAnalysis"]);
        Assert.All(Assembly.LoadFrom(assembly).GetReferencedAssemblies(), reference =>
        {
            Assert.True(known.TryGetValue(reference.Name!, out var hosted), $"{reference} is in no host; ship it or do without.");
            Assert.True(reference.Version <= hosted, $"{reference} is younger than {hosted}, which the oldest host has.");
        });
    }
}
