extern alias library;

using System.Globalization;
using System.Text.RegularExpressions;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Corpus;



namespace MtaStsTools.Analyzers.Tests.Rules;

/// <summary>What a rule's page shows: a source that has the finding, and the better one.</summary>
/// <param name="Bad">The expression with the finding.</param>
/// <param name="Better">The expression without it.</param>
/// <param name="CodeFix">What the page says of a fix.</param>
internal sealed partial record PageExample(string Bad, string Better, string CodeFix)
{
    private static readonly string Pages = Path.Combine(CorpusReader.Find(), "..", "..", "docs", "rules");

    public static PageExample Read(string id)
    {
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        var blocks = Example().Match(page);
        Assert.True(blocks.Success, $"The page of {id} has no example with a better one behind it.");
        return new PageExample(
            Expression(id, blocks.Groups["language"].Value, blocks.Groups["bad"].Value),
            Expression(id, blocks.Groups["language"].Value, blocks.Groups["better"].Value),
            CodeFixRow().Match(page).Groups["text"].Value);
    }

    /// <summary>A block of C# is the expression; a text is given to the parser of the rule's band, the lines of a policy ended as the RFC's are.</summary>
    private static string Expression(string id, string language, string block)
    {
        if (language == "csharp")
            return block.TrimEnd('\n');
        var (parser, text) = id switch
        {
            ['M', 'T', 'A', 'S', 'T', 'S', '1', ..] => (nameof(library::MtaStsTools.MtaStsPolicy), block.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ['M', 'T', 'A', 'S', 'T', 'S', '2', '0', ..] => (nameof(library::MtaStsTools.MtaStsRecord), block.TrimEnd('\n')),
            ['M', 'T', 'A', 'S', 'T', 'S', '2', '1', ..] => (nameof(library::MtaStsTools.TlsRptRecord), block.TrimEnd('\n')),
            _ => (nameof(library::MtaStsTools.DomainName), block.TrimEnd('\n')),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{parser}.Parse(\"{new LiteralForm(LiteralKind.Regular).Encode(text)}\")");
    }

    [GeneratedRegex(@"## Example\n\n```(?<language>text|csharp)\n(?<bad>.*?)```\n\nbetter:\n\n```\k<language>\n(?<better>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| Code fix \| (?<text>.+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeFixRow();
}
