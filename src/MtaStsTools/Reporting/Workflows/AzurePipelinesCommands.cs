using System.Globalization;
using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.Workflows;

/// <summary>
/// <c>##vso[task.logissue …]message</c>, a line an error or warning, which Azure Pipelines counts and shows at the run; what is only worth knowing is plain
/// text. Texts are escaped as the agent reads them, so that no text can be a command.
/// </summary>
internal static class AzurePipelinesCommands
{
    public static string Line(ReportedFinding found)
    {
        var finding = found.Finding;
        var message = Data(found.Message);
        if (finding.Severity == Severity.Info)
            return $"{finding.Id}: {message}";

        var source = found.File is { } file
            ? string.Format(CultureInfo.InvariantCulture, "sourcepath={0};linenumber={1};columnnumber={2};", Property(file), finding.Line, finding.Column)
            : "";
        return $"##vso[task.logissue type={(finding.Severity == Severity.Error ? "error" : "warning")};{source}code={Property(finding.Id)};]{message}";
    }

    // A line that is no command of ours is none of anybody's: what would begin one is cut in two.
    private static string Data(string text) => text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A").Replace("##", "# #");

    private static string Property(string text) => Data(text).Replace(";", "%3B").Replace("]", "%5D");
}
