using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MtaStsTools.Analyzers.Tests.Files;

/// <summary>Options of an <c>.editorconfig</c>: what they do to the findings of policy files, and which of them do nothing.</summary>
public sealed class OptionTests
{
    private const string Bad = "version: STSv1\nmode: Enforce\nmx: a.example.\nmax_age: 604800\n";

    [Theory]
    [InlineData("mtasts.severity.MTASTS1021 = error", "Error MTASTS1021, Warning MTASTS1049")]
    [InlineData("mtasts.severity.mtasts1021 = suggestion", "Info MTASTS1021, Warning MTASTS1049")]
    [InlineData("mtasts.severity.MTASTS1021 = none", "Warning MTASTS1049")]
    [InlineData("mtasts.suppress.mta-sts.txt = MTASTS1021; the reason", "Warning MTASTS1049")]
    [InlineData("mtasts.suppress.mta-sts.txt = MTASTS1049, MTASTS1021", "")]
    [InlineData("mtasts.suppress.other.mta-sts.txt = MTASTS1021", "Warning MTASTS1021, Warning MTASTS1049")]
    [InlineData("mtasts.min_enforce_max_age = a week", "Warning MTASTS1021, Warning MTASTS1049, Warning MTASTS4005")]
    [InlineData("mtasts.min_enforce = 7d", "Warning MTASTS1021, Warning MTASTS1049, Warning MTASTS4005")]
    [InlineData("mtasts.severity.MTASTS9999 = error", "Warning MTASTS1021, Warning MTASTS1049, Warning MTASTS4005")]
    [InlineData("mtasts.severity.MTASTS1021 = loud", "Warning MTASTS1021, Warning MTASTS1049, Warning MTASTS4005")]
    [InlineData("mtasts.suppress.mta-sts.txt = all", "Warning MTASTS1021, Warning MTASTS1049, Warning MTASTS4005")]
    [InlineData("dotnet_diagnostic.MTASTS1021.severity = none", "Warning MTASTS1021, Warning MTASTS1049")]
    public async Task An_option_has_its_effect_or_is_told(string option, string expected)
    {
        using var workbench = new Workbench();
        var project = workbench.Open("class C { }").AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*.txt]\n" + option), filePath: "/0/.editorconfig").Project
            .AddAdditionalDocument("mta-sts.txt", Bad, filePath: "/0/mta-sts.txt").Project;
        var found = await Workbench.AnalyzeAsync(project);
        Assert.Equal(expected, string.Join(", ", found.OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Id}")));
    }
}
