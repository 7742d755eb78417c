using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Xml.Linq;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MtaStsTools.Help;

/// <summary>Writes the pages of cmdlets as MAML, the format of external help that both editions of PowerShell read.</summary>
internal sealed class MamlWriter(DocumentFolder documents)
{
    private const string PagesRoot = "https://github.com/mtaststools/MtaStsTools/blob/main/module/docs/";

    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Items = "http://msh";

    public void Write(IEnumerable<CmdletInfo> cmdlets, string file)
    {
        var root = new XElement(
            Items + "helpItems",
            new XAttribute("schema", "maml"),
            cmdlets.Select(cmdlet => CommandElement(cmdlet, documents.Cmdlets[cmdlet.Name])));
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        new XDocument(new XDeclaration("1.0", "utf-8", standalone: null), root).Save(writer);
    }

    private XElement CommandElement(CmdletInfo cmdlet, Document page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Text(Maml + "description", page.Section("Synopsis"))),
        Text(Maml + "description", page.Section("Description")),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => SyntaxItem(cmdlet, page, set))),
        new XElement(
            Command + "parameters",
            CommandCatalog.OwnParameters(cmdlet).Select(p => ParameterElement(cmdlet, page, p, UsageOf(cmdlet, p), full: true))),
        new XElement(Command + "inputTypes", TypeElements(page.Section("Inputs"), Command + "inputType")),
        new XElement(Command + "returnValues", TypeElements(page.Section("Outputs"), Command + "returnValue")),
        page.Section("Notes") is { } notes ? new XElement(Maml + "alertSet", Text(Maml + "alert", notes)) : null,
        new XElement(Command + "examples", page.Section("Examples")?.Children.Select(Example)),
        new XElement(Command + "relatedLinks", OnlineLink(cmdlet), Links(page).Select(Link)));

    private XElement SyntaxItem(CmdletInfo cmdlet, Document page, CommandParameterSetInfo set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        CommandCatalog.SyntaxParameters(set).Select(p => ParameterElement(cmdlet, page, cmdlet.Parameters[p.Name], p, full: false)));

    private XElement ParameterElement(CmdletInfo cmdlet, Document page, ParameterMetadata parameter, CommandParameterInfo usage, bool full)
    {
        var type = parameter.ParameterType;
        var isSwitch = type == typeof(SwitchParameter);
        var element = new XElement(
            Command + "parameter",
            new XAttribute("required", Bool(usage.IsMandatory)),
            new XAttribute("variableLength", Bool(type.IsArray)),
            new XAttribute("globbing", Bool(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any())),
            new XAttribute("pipelineInput", PipelineInput(usage)),
            new XAttribute("position", usage.Position < 0 ? "named" : usage.Position.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Text(Maml + "description", documents.Parameter(page, parameter.Name)));
        if (Choices(parameter) is { Count: > 0 } choices)
            element.Add(new XElement(Command + "parameterValueGroup", choices.Select(c => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), c))));
        if (!isSwitch || full)
            element.Add(new XElement(Command + "parameterValue", new XAttribute("required", Bool(!isSwitch)), new XAttribute("variableLength", Bool(type.IsArray)), TypeNames.Of(type)));
        element.Add(new XElement(Dev + "type", new XElement(Maml + "name", TypeNames.Of(type)), new XElement(Maml + "uri")));
        element.Add(new XElement(Dev + "defaultValue", isSwitch ? "False" : CommandCatalog.DefaultOf(cmdlet, parameter) ?? "None"));
        return element;
    }

    // In the list of parameters each stands once: as in the set where it is demanded, else as in the first that has it.
    private static CommandParameterInfo UsageOf(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        var usages = cmdlet.ParameterSets.SelectMany(s => s.Parameters).Where(p => p.Name == parameter.Name).ToList();
        return usages.Find(u => u.IsMandatory) ?? usages[0];
    }

    private static List<string> Choices(ParameterMetadata parameter)
    {
        var type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            ? [.. Enum.GetNames(type)]
            : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];
    }

    private static XElement Example(Section example)
    {
        var code = (CodeBlock)example.Blocks[0];
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"---------- {example.Heading} ----------"),
            new XElement(Dev + "code", MarkdownText.Code(code)),
            new XElement(Dev + "remarks", Paras(MarkdownText.Paragraphs(example.Blocks.Skip(1)))));
    }

    private static IEnumerable<XElement> TypeElements(Section? section, XName name) => (section?.Children ?? []).Select(type => new XElement(
        name,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Heading)),
        Text(Maml + "description", type)));

    private static IEnumerable<LinkInline> Links(Document page) =>
        page.Section("Links")?.Blocks.SelectMany(b => b.Descendants<LinkInline>()) ?? [];

    // The first link with an address is what Get-Help -Online opens.
    private static XElement OnlineLink(CmdletInfo cmdlet) => NavigationLink("Online version", $"{PagesRoot}{cmdlet.Name}.md");

    // A link to another page is the name of its cmdlet.
    private static XElement Link(LinkInline link) => NavigationLink(LinkText(link), link.Url!.Contains("://", StringComparison.Ordinal) ? link.Url : "");

    private static XElement NavigationLink(string text, string uri) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", uri));

    private static string LinkText(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()));

    private static XElement Text(XName name, Section? section) => new(name, Paras(MarkdownText.Paragraphs(section?.Blocks ?? [])));

    private static IEnumerable<XElement> Paras(IEnumerable<string> paragraphs) => paragraphs.Select(p => new XElement(Maml + "para", p));

    private static string PipelineInput(CommandParameterInfo usage) => (usage.ValueFromPipeline, usage.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static string Bool(bool value) => value ? "true" : "false";
}
