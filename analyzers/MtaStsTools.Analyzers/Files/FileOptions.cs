using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers.Files;

/// <summary>
/// What an <c>.editorconfig</c> sets for the rules of a policy file. The compiler reads severities for sources alone, and a comment that suppresses has
/// no place in a policy; so <c>mtasts.severity.MTASTS1034 = error</c>, and <c>mtasts.suppress.mta-sts.txt = MTASTS1034</c> with the reason behind a semicolon.
/// </summary>
internal sealed class FileOptions(AnalyzerConfigOptions options, string path)
{
    public const string SeverityPrefix = "mtasts.severity.";
    public const string SuppressPrefix = "mtasts.suppress.";

    private readonly string[] _suppressed = options.TryGetValue(SuppressPrefix + FilePaths.NameOf(path), out var ids) ? Ids(ids) : [];

    /// <summary>The severity of a rule in the file, or null where it is not to be reported.</summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor)
    {
        if (_suppressed.Contains(descriptor.Id, StringComparer.OrdinalIgnoreCase))
            return null;
        return options.TryGetValue(SeverityPrefix + descriptor.Id, out var word) && TryParse(word, out var severity) ? severity : descriptor.DefaultSeverity;
    }

    /// <summary>Reads a severity by the words of the compiler; null for <c>none</c>.</summary>
    public static bool TryParse(string word, out DiagnosticSeverity? severity)
    {
        severity = word.Trim().ToLowerInvariant() switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "suggestion" => DiagnosticSeverity.Info,
            "silent" => DiagnosticSeverity.Hidden,
            _ => null,
        };
        return severity is not null || word.Trim().Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The ids before the reason, which the compiler may have taken for a comment.</summary>
    public static string[] Ids(string value) =>
        [.. value.Split(';')[0].Split(',').Select(id => id.Trim()).Where(id => id.Length > 0)];
}
