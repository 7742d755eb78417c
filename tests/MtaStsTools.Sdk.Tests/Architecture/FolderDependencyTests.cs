using Xunit;

namespace MtaStsTools.Sdk.Tests.Architecture;

/// <summary>Holds the directions in which the folders of <c>src</c> may depend on each other, from what the compiler made of them.</summary>
public sealed class FolderDependencyTests
{
    private const string Core = "src/MtaStsTools.Core/";
    private const string Sdk = "src/MtaStsTools/";

    private static readonly string[] Vocabulary = [Core + "Rules", Core + "Model", Core + "Observations", Core + "Reports", Core + "Changes"];

    /// <summary>Each folder and what it may use besides itself; the deepest that holds a type decides for it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Core + "Rules"] = [],
        [Core + "Grammar"] = [Core + "Rules"],
        [Core + "Model"] = [Core + "Grammar", Core + "Rules"],
        [Core + "Observations"] = [Core + "Model", Core + "Rules"],
        [Core + "Reports"] = [Core + "Model", Core + "Observations", Core + "Rules"],
        [Core + "Changes"] = [Core + "Grammar", Core + "Model", Core + "Observations", Core + "Reports", Core + "Rules"],
        [Sdk + "Diagnostics"] = [],
        [Sdk + "Net"] = [Core + "Model", Core + "Observations", Core + "Rules"],
        [Sdk + "Dns"] = [Sdk + "Net", Core + "Model", Core + "Observations", Core + "Rules"],
        [Sdk + "Observation"] = [Sdk + "Diagnostics", Sdk + "Dns", Sdk + "Net", Core + "Model", Core + "Observations", Core + "Rules"],
        [Sdk + "Scanning"] = [Sdk + "Observation", Sdk + "Net", Core + "Model", Core + "Observations", Core + "Rules"],
        [Sdk + "Assessment"] = [Core + "Model", Core + "Observations", Core + "Reports", Core + "Rules"],
        [Sdk + "Drafting"] = [Core + "Model", Core + "Observations", Core + "Rules"],
        [Sdk + "Publishing"] = [Sdk + "Diagnostics", Sdk + "Dns", Sdk + "Net", .. Vocabulary],
        [Sdk + "Publishing/Observing"] = [Sdk + "Assessment", Sdk + "Observation", Sdk + "Publishing", .. Vocabulary],
        [Sdk + "Publishing/Planning"] = [Sdk + "Publishing", .. Vocabulary],
        [Sdk + "Publishing/Checks"] = [Sdk + "Publishing", .. Vocabulary],
        [Sdk + "Reporting"] = [Core + "Grammar", .. Vocabulary],

        // Packages of their own, of which nothing in the two above can know.
        ["src/MtaStsTools.Azure"] = [Sdk + "Publishing", .. Vocabulary],
        ["src/MtaStsTools.Aws"] = [Sdk + "Publishing", .. Vocabulary],
        ["src/MtaStsTools.Ssh"] = [Sdk + "Publishing", Sdk + "Net", .. Vocabulary],
        ["src/MtaStsTools.Hosting"] = [Sdk + "Dns", Sdk + "Net", Sdk + "Observation", Sdk + "Scanning", Sdk + "Assessment", Sdk + "Publishing", .. Vocabulary],
        ["src/MtaStsTools.AspNetCore"] = ["src/MtaStsTools.Hosting", Sdk + "Diagnostics", Sdk + "Assessment", Sdk + "Publishing", .. Vocabulary],
    };

    private static readonly Dictionary<string, string> Folders = SourceFile.Under("src")
        .Where(file => file.Namespace.Length > 0)
        .DistinctBy(FullName, StringComparer.Ordinal)
        .ToDictionary(FullName, file => file.Folder, StringComparer.Ordinal);

    [Fact]
    public void Every_folder_uses_only_what_the_design_lets_it_use()
    {
        var uses = new[] { typeof(MtaStsPolicy), typeof(DomainObserver) }.SelectMany(type => AssemblyUses.Of(type.Assembly.Location)).ToList();

        Assert.Contains(new TypeUse("MtaStsTools.DomainObserver", "MtaStsTools.Dns.IDnsResolver"), uses);
        var wrong = uses
            .Where(use => Folders.ContainsKey(use.User) && Folders.ContainsKey(use.Used) && !IsAllowed(Folders[use.User], Folders[use.Used]))
            .Select(use => $"{Folders[use.User]}: {use.User} must not use {use.Used} of {Folders[use.Used]}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Every_folder_of_src_has_its_place_in_the_design() =>
        Assert.DoesNotContain(Folders.Values, folder => Room(folder) is null);

    [Fact]
    public void Nothing_in_src_knows_PowerShell_or_the_compiler()
    {
        var references = new[] { typeof(MtaStsPolicy), typeof(DomainObserver) }.SelectMany(type => type.Assembly.GetReferencedAssemblies());

        Assert.DoesNotContain(references.Select(reference => reference.Name!), name =>
            name.StartsWith("System.Management.Automation", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    private static bool IsAllowed(string from, string to)
    {
        var room = Room(from)!;
        return IsWithin(to, room) || Array.Exists(Allowed[room], other => IsWithin(to, other));
    }

    private static string? Room(string folder) => Allowed.Keys.Where(room => IsWithin(folder, room)).MaxBy(room => room.Length);

    private static bool IsWithin(string folder, string room) => folder == room || folder.StartsWith(room + "/", StringComparison.Ordinal);

    private static string FullName(SourceFile file) => $"{file.Namespace}.{file.Stem}";
}
