using System.Management.Automation.Language;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>Every script that is shipped or tests what is shipped, read by the engine and not run.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. new[] { "module", ".build", "tests/Consumer", "tests/Pester" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(BuiltModule.Repository, folder), "*.ps*1", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(BuiltModule.Repository, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_parse(string script)
    {
        Parser.ParseFile(Path.Combine(BuiltModule.Repository, script), out _, out var errors);

        Assert.Empty(errors.Select(error => $"{script}({error.Extent.StartLineNumber}): {error.Message}"));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_are_plain_ASCII_which_5_1_reads_the_same_in_every_code_page(string script)
    {
        var lines = File.ReadAllLines(Path.Combine(BuiltModule.Repository, script));

        Assert.DoesNotContain(lines, line => !line.All(char.IsAscii));
    }
}
