using System.Management.Automation.Language;
using MtaStsTools.Shell;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>Scripts that this engine cannot run whole are at least read by it.</summary>
public sealed class ScriptTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(BuiltModule.Folder, "..", "..", ".."));

    public static TheoryData<string> Scripts => [.. new[] { "module", "tests/Pester" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository, folder), "*.ps*1", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_parse(string script)
    {
        Parser.ParseFile(Path.Combine(Repository, script), out _, out var errors);

        Assert.Empty(errors.Select(error => $"{script}({error.Extent.StartLineNumber}): {error.Message}"));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_are_plain_ASCII_which_5_1_reads_the_same_in_every_code_page(string script)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository, script));

        Assert.DoesNotContain(lines, line => !line.All(char.IsAscii));
    }
}
