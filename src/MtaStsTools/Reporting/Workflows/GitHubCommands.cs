using System.Globalization;
using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.Workflows;

/// <summary>
/// <c>::error file=…,line=…::message</c>, a line a finding: GitHub Actions shows them at the run, and at the lines of a pull request. Texts are escaped as
/// the runner reads them, so that no text can be a command.
/// </summary>
internal static class GitHubCommands
{
    public static string Line(ReportedFinding found)
    {
        var finding = found.Finding;
        var properties = new List<string>();
        if (found.File is { } file)
        {
            properties.Add($"file={Property(file)}");
            properties.Add(string.Format(CultureInfo.InvariantCulture, "line={0}", finding.Line));
            properties.Add(string.Format(CultureInfo.InvariantCulture, "col={0}", finding.Column));
        }

        properties.Add($"title={Property(finding.Id)}");
        return $"::{Level(finding.Severity)} {string.Join(",", properties)}::{Data(found.Message)}";
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
