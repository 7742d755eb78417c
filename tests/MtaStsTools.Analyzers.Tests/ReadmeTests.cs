using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>What the README shows of the analyzer is what it does.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_sample_has_the_findings_that_its_comments_name()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(CorpusReader.Find(), "..", "..", "README.md"), TestContext.Current.CancellationToken);
        var sample = Sample().Match(readme[readme.IndexOf("\n## The analyzer\n", StringComparison.Ordinal)..]).Groups["code"].Value;
        using var workbench = new Workbench();
        var project = workbench.Open("using System; using MtaStsTools; class C { void M() {\n" + sample + "\n} }");

        var diagnostics = await Workbench.DiagnoseAsync(project);
        var promised = RuleId().Matches(sample).Select(match => match.Value);
        Assert.Equal(promised, diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id));
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex(@"MTASTS\d{4}", RegexOptions.None, 1000)]
    private static partial Regex RuleId();
}
