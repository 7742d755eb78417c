using System.Text;

namespace MtaStsTools.Reporting.Markdown;

/// <summary>Text that GitHub Flavored Markdown shows as it is: no mark-up, no link, no table cell ends in it.</summary>
internal static class MarkdownText
{
    private const string Escaped = "\\`*_{}[]<>#|~&";

    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Escaped.Contains(c.ToString()))
                safe.Append('\\').Append(c);
            else if (c is ':' or '@')
                safe.Append(c == ':' ? "&#58;" : "&#64;");
            else
                safe.Append(c is '\r' or '\n' ? ' ' : c);
        }

        // A link to "www." is made without any mark-up.
        return safe.ToString().Replace("www.", "www&#46;");
    }

    /// <summary>A rule's id as a link to its page.</summary>
    public static string Link(Finding finding) => $"[{Of(finding.Id)}]({finding.HelpUri.AbsoluteUri.Replace("(", "%28").Replace(")", "%29")})";
}
