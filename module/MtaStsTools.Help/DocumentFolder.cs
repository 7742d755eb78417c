namespace MtaStsTools.Help;

/// <summary>The sources of help: a page for each cmdlet, pages for about_ topics, and one for parameters that many share.</summary>
internal sealed class DocumentFolder
{
    private const string SharedName = "shared-parameters";

    public DocumentFolder(string path)
    {
        var all = Directory.GetFiles(path, "*.md").Order(StringComparer.Ordinal).Select(Document.Read).ToList();
        Topics = [.. all.Where(d => d.Name.StartsWith("about_", StringComparison.Ordinal))];
        Shared = all.Single(d => d.Name == SharedName);
        Cmdlets = all.Except(Topics).Where(d => d != Shared).ToDictionary(d => d.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Document> Topics { get; }

    public Document Shared { get; }

    public IReadOnlyDictionary<string, Document> Cmdlets { get; }

    /// <summary>What is written about a parameter: on the cmdlet's own page, else on the shared one.</summary>
    public Section? Parameter(Document page, string name) =>
        page.Section("Parameters")?.Child("-" + name) ?? Shared.Section("Parameters")?.Child("-" + name);
}
