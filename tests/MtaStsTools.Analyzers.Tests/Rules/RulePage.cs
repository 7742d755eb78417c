using System.Text;
using Microsoft.CodeAnalysis;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests.Rules;

/// <summary>What a rule's page says, and what it must say by the catalogue and the compiler's descriptor.</summary>
internal sealed class RulePage(Rule rule)
{
    public static readonly string Folder = Path.Combine(CorpusReader.Find(), "..", "..", "docs", "rules");

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = Analyzers.Descriptors.ForTexts.Concat(Analyzers.Descriptors.ForApiUse).Concat(Analyzers.Descriptors.ForFiles)
        .Concat(Analyzers.Descriptors.ForOptions).Concat(Analyzers.Descriptors.ForRefactorings).DistinctBy(descriptor => descriptor.Id).ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    private static readonly (RuleSurfaces Surface, string Words)[] Surfaces =
    [
        (RuleSurfaces.Text, "texts"), (RuleSurfaces.Values, "typed values"), (RuleSurfaces.Code, "C# code"), (RuleSurfaces.File, "policy files"), (RuleSurfaces.Live, "live domains"), (RuleSurfaces.Publishing, "publishing"),
    ];

    public string Text { get; } = File.ReadAllText(Path.Combine(Folder, rule.Id + ".md"));

    /// <summary>The heading and the table, with the page's own word on the fix.</summary>
    public string ExpectedHead => $"""
        # {rule.Id}: {rule.Title}

        | | |
        |---|---|
        | Category | {Words(rule.Category)} |
        | Severity | {rule.Severity} |
        | In the compiler | {InTheCompiler} |
        | Reported for | {string.Join(", ", Surfaces.Where(item => rule.Surfaces.HasFlag(item.Surface)).Select(item => item.Words))} |
        | Message | {rule.MessageFormat} |
        | Code fix | {CodeFix} |

        ## Cause

        """.ReplaceLineEndings("\n");

    private string CodeFix => Text.Split('\n').FirstOrDefault(line => line.StartsWith("| Code fix | ", StringComparison.Ordinal))?["| Code fix | ".Length..^" |".Length] ?? "(Yes, None: why, or when)";

    private string InTheCompiler => !Descriptors.TryGetValue(rule.Id, out var descriptor) ? "Not reported" : descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Hidden => "Hidden: offered in an editor",
        DiagnosticSeverity.Info => "Suggestion",
        var severity => severity.ToString(),
    };

    /// <summary>Writes the head as it must be.</summary>
    public void WriteHead() =>
        File.WriteAllText(Path.Combine(Folder, rule.Id + ".md"), ExpectedHead + Text[(Text.IndexOf("\n## Cause\n", StringComparison.Ordinal) + "\n## Cause\n".Length)..]);

    /// <summary>The section under a heading; empty where there is none.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        if (start < 0)
            return "";
        start += heading.Length + 5;
        var end = Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? Text[start..] : Text[start..end]).Trim();
    }

    /// <summary>The page of all rules by category.</summary>
    public static string ExpectedIndex()
    {
        var index = new StringBuilder("""
            # The rules

            One page a rule; ids are stable. The severity is that of a finding; the compiler has its own, so that a project builds until it
            turns warnings into errors.

            """.ReplaceLineEndings("\n"));
        foreach (var category in Enum.GetValues<RuleCategory>())
        {
            index.Append("\n## ").Append(Words(category)).Append("\n\n| Rule | Title | Severity | In the compiler | Code fix |\n|---|---|---|---|---|\n");
            foreach (var rule in RuleCatalog.All.Where(rule => rule.Category == category))
            {
                var page = new RulePage(rule);
                index.Append(System.Globalization.CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity} | {page.InTheCompiler} | {page.CodeFix.Split(':')[0]} |\n");
            }
        }

        return index.ToString();
    }

    private static string Words(RuleCategory category) => category switch
    {
        RuleCategory.PolicyText => "Text of a policy",
        RuleCategory.RecordText => "Text of an MTA-STS record",
        RuleCategory.TlsRptText => "Text of a TLSRPT record",
        RuleCategory.DomainName => "Domain name",
        RuleCategory.Api => "Use of the API in C#",
        RuleCategory.Refactoring => "Refactoring",
        RuleCategory.File => "Policy files of a project",
        RuleCategory.Announcement => "Announcement in DNS",
        RuleCategory.PolicyHost => "Policy host",
        RuleCategory.MailExchanger => "MX hosts",
        RuleCategory.Dane => "DANE",
        RuleCategory.TlsReporting => "TLS reporting",
        RuleCategory.Publishing => "Publishing",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Say in words what the category is about."),
    };
}
