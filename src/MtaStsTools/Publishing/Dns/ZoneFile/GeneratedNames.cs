using System.Text;
using System.Text.RegularExpressions;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>The names of a $GENERATE, whose records are not written out and so cannot be changed one by one.</summary>
internal sealed class GeneratedNames(string pattern, WireName origin, int line)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public int Line => line;

    /// <summary>Whether <paramref name="name"/> may be one of them: each $ stands for any digits, whatever the range says.</summary>
    public bool MayBe(WireName name)
    {
        var expression = new StringBuilder("^");
        foreach (Match part in Regex.Matches(pattern, @"\$\{[^}]*\}|\$|\\.|.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience))
            expression.Append(part.Value[0] == '$' ? "[0-9a-f.]+" : Regex.Escape(part.Value));
        if (!pattern.EndsWith(".", StringComparison.Ordinal))
            expression.Append(Regex.Escape(origin.IsRoot ? "." : $".{origin}."));
        return Regex.IsMatch($"{name}.", expression.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience);
    }
}
