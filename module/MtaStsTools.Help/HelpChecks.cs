using System.Management.Automation;
using System.Management.Automation.Language;
using Markdig.Syntax;

namespace MtaStsTools.Help;

/// <summary>Holds pages and cmdlets together: nothing undocumented, nothing documented that is not there, examples that parse and bind.</summary>
internal sealed class HelpChecks(CommandCatalog commands, DocumentFolder documents)
{
    private static readonly string[] Required = ["Synopsis", "Description", "Examples", "Outputs", "Links"];

    private readonly List<HelpProblem> _problems = [];
    private readonly Dictionary<string, CmdletInfo> _cmdlets = commands.All.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<HelpProblem> Run()
    {
        foreach (var cmdlet in commands.All)
        {
            if (documents.Cmdlets.TryGetValue(cmdlet.Name, out var page))
                CheckPage(cmdlet, page);
            else
                Report(documents.Shared, 1, "HELP001", $"{cmdlet.Name} has no page. Add {cmdlet.Name}.md beside this one.");
        }

        foreach (var page in documents.Cmdlets.Values.Where(p => !_cmdlets.ContainsKey(p.Name)))
            Report(page, 1, "HELP002", $"There is no cmdlet {page.Name}. Rename or delete the page.");
        foreach (var topic in documents.Topics.Where(t => t.Section("Short description") is null or { IsEmpty: true }))
            Report(topic, 1, "HELP003", "The section 'Short description' is missing; Get-Help lists topics by it.");
        return _problems;
    }

    private void CheckPage(CmdletInfo cmdlet, Document page)
    {
        if (page.Title != cmdlet.Name)
            Report(page, 1, "HELP004", $"The first heading is '{page.Title}' instead of '{cmdlet.Name}'.");
        foreach (var heading in Required.Where(h => page.Section(h) is null or { IsEmpty: true }))
            Report(page, 1, "HELP003", $"The section '{heading}' is missing or empty.");

        foreach (var parameter in CommandCatalog.OwnParameters(cmdlet).Where(p => documents.Parameter(page, p.Name) is null or { IsEmpty: true }))
            Report(page, 1, "HELP005", $"The parameter -{parameter.Name} is not documented. Add '### -{parameter.Name}' below '## Parameters'.");
        foreach (var section in page.Section("Parameters")?.Children ?? [])
        {
            if (!cmdlet.Parameters.ContainsKey(section.Heading.TrimStart('-')))
                Report(page, section.Line, "HELP006", $"{cmdlet.Name} has no parameter {section.Heading}.");
        }

        foreach (var example in page.Section("Examples")?.Children ?? [])
            CheckExample(cmdlet, page, example);
    }

    private void CheckExample(CmdletInfo cmdlet, Document page, Section example)
    {
        if (example.Blocks is not [CodeBlock code, ..])
        {
            Report(page, example.Line, "HELP007", "An example begins with a code block.");
            return;
        }

        var script = Parser.ParseInput(MarkdownText.Code(code), out _, out var errors);
        foreach (var error in errors)
            Report(page, code.Line + 1 + error.Extent.StartLineNumber, "HELP007", error.Message);
        var calls = script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().ToList();
        if (!calls.Exists(call => cmdlet.Name.Equals(call.GetCommandName(), StringComparison.OrdinalIgnoreCase)))
            Report(page, example.Line, "HELP007", $"The example does not use {cmdlet.Name}.");
        foreach (var call in calls)
            CheckCall(page, code.Line + 1, call);
    }

    private void CheckCall(Document page, int codeLine, CommandAst call)
    {
        if (call.GetCommandName() is not { } name || !_cmdlets.TryGetValue(name, out var cmdlet))
            return;
        foreach (var used in call.CommandElements.OfType<CommandParameterAst>())
        {
            if (!cmdlet.Parameters.Values.Any(p => p.Name.Equals(used.ParameterName, StringComparison.OrdinalIgnoreCase)
                || p.Aliases.Contains(used.ParameterName, StringComparer.OrdinalIgnoreCase)))
                Report(page, codeLine + used.Extent.StartLineNumber, "HELP007", $"{name} has no parameter -{used.ParameterName}.");
        }
    }

    private void Report(Document page, int line, string id, string message) => _problems.Add(new HelpProblem(page.File, line, id, message));
}
