using System.Management.Automation;
using MtaStsTools.PowerShell.Completion;
using MtaStsTools.PowerShell.Pipeline;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gets the rules behind findings, offline.</summary>
[Cmdlet(VerbsCommon.Get, "MtaStsRule")]
[OutputType(typeof(Rule), typeof(string))]
public sealed class GetMtaStsRuleCommand : MtaStsCmdlet
{
    /// <summary>The ids, with wildcards; without them every rule.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <summary>Only the rules that are about these.</summary>
    [Parameter]
    public RuleCategory[]? Category { get; set; }

    /// <summary>Only the rules of these severities.</summary>
    [Parameter]
    public Severity[]? Severity { get; set; }

    /// <summary>The text of each rule's page, in Markdown, in place of the rule.</summary>
    [Parameter]
    public SwitchParameter Page { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in Id)
        {
            var pattern = new WildcardPattern(id, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            var named = RuleCatalog.All.Where(rule => pattern.IsMatch(rule.Id)).ToList();
            if (named.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(id))
                WriteError(CommandError.Create(
                    "RuleNotFound", ErrorCategory.ObjectNotFound, $"No rule has the id '{id}'.", id, "List the rules with Get-MtaStsRule."));
            var asked = named.Where(rule => Severity?.Contains(rule.Severity) != false && Category?.Contains(rule.Category) != false);
            if (Page)
                WriteObject(asked.Select(PageOf), enumerateCollection: true);
            else
                WriteObject(asked, enumerateCollection: true);
        }
    }

    /// <summary>The pages are part of the assembly.</summary>
    private static string PageOf(Rule rule)
    {
        using var stream = typeof(GetMtaStsRuleCommand).Assembly.GetManifestResourceStream(rule.Id + ".md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
