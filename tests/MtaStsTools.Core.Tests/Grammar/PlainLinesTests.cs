using System.Text.RegularExpressions;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Core.Tests.Grammar;

/// <summary>Lines that are scanned many characters together, held against a regular expression.</summary>
public partial class PlainLinesTests
{
    private static readonly string[] Lines =
    [
        "version: STSv1", "mode:enforce", "mx: \tmail.example.com \t", "max_age: 604800", "mx:", "mx: a", "mx: " + new string('a', 70), "mx: " + new string('~', 140),
    ];

    private static readonly string[] Others =
    [
        "", " mx: a", "foo: bar", "mx : a", "mx: a;b", "mx: a#", "mx: \\", "mx: \x7F", "mx: é", "mx: \u012Ex", "mx: \0", "mx: \x1F", "mx: a\r", "mx: a\rb", "MX: a", "mxx: a", "max_age",
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_line_down_to_one_that_may_be_more_is_scanned_at_every_place(string end)
    {
        for (var shift = 0; shift < 70; shift++)
        {
            foreach (var other in Others)
                AssertScanned(string.Concat(Lines.Select(line => line + end)), shift, other + end);
            AssertScanned(string.Concat(Lines.Reverse().Select(line => line + end)), shift, "mx: other ending" + (end == "\n" ? "\r\n" : "\n"));
            AssertScanned("mx: a.example.com" + end, shift, "mx: no ending");
        }
    }

    [Fact]
    public void A_line_for_whose_field_there_is_no_room_is_left()
    {
        var ending = default(char);
        var count = 1;
        Assert.Equal(10, PlainLines.Scan("mx: a.test\nmx: b.test\n", 0, ref ending, new PolicyField[2], ref count) - 1);
        Assert.Equal(2, count);
    }

    private static void AssertScanned(string lines, int shift, string other)
    {
        var first = "mx: " + new string('x', shift + 1) + (lines.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n");
        var text = first + lines + other;
        var fields = new PolicyField[20];
        var (ending, count) = (default(char), 0);

        Assert.Equal(first.Length + lines.Length, PlainLines.Scan(text, 0, ref ending, fields, ref count));
        Assert.Equal(first.Contains('\r', StringComparison.Ordinal) ? '\r' : '\n', ending);
        Assert.Equal(Field().Matches(first + lines).Select(Expected), fields.Take(count));
    }

    private static PolicyField Expected(Match match) => new(
        match.Groups["name"].Value switch { "mx" => PolicyFieldKind.Mx, "mode" => PolicyFieldKind.Mode, "version" => PolicyFieldKind.Version, _ => PolicyFieldKind.MaxAge },
        HasControls: false, match.Index, match.Index, match.Groups["name"].Length, match.Groups["value"].Index, match.Groups["value"].Length, match.Index + match.Length);

    [GeneratedRegex(@"(?<name>[a-z_]+):[ \t]*(?<value>[^\r\n]*?)[ \t]*\r?\n", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Field();
}
