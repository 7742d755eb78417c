using System.Text.RegularExpressions;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Core.Tests.Grammar;

/// <summary>Host names, read many characters together or one by one, held against a regular expression.</summary>
public partial class HostNameTests
{
    private static readonly char[] Characters =
    [
        .. Enumerable.Range(0, 0x81).Select(c => (char)c),
        // The lower octet of these is a letter, a dot or a hyphen.
        '\u0161', '\u012E', '\u012D', '\uFF41', '\u8061',
    ];

    // At the edges of the vectors of 8 and 16 characters, and of the 64 bits.
    private static readonly int[] Lengths = [1, 2, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 48, 63, 64, 65, 80];

    [Fact]
    public void Each_character_at_each_place_of_names_of_each_length_counts_as_in_the_grammar()
    {
        foreach (var length in Lengths)
        {
            // Labels of nine and ten characters, so that edges of labels fall at every place of a vector.
            var name = string.Concat(Enumerable.Range(0, length).Select(i => i % 19 is 9 ? '.' : "abyz09Y-xq"[i % 10]));
            for (var place = 0; place < length; place++)
            {
                foreach (var c in Characters)
                {
                    var text = name[..place] + c + name[(place + 1)..];
                    var isHostName = IsHostName(text);
                    if (isHostName != HostNameGrammar.IsHostName(text))
                        Assert.Fail($"'{DisplayText.Sanitize(text)}' is {(isHostName ? "a" : "no")} host name");
                }
            }
        }
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void A_label_of_any_place_has_63_characters_at_most(int length)
    {
        var label = new string('a', length);
        foreach (var name in (string[])[label, label + ".b", "b." + label, "b." + label + ".c"])
            Assert.Equal(length <= 63, HostNameGrammar.IsHostName(name));
    }

    [Fact]
    public void What_shows_in_passing_is_right_at_every_place()
    {
        foreach (var length in Lengths)
        {
            for (var place = 1; place < length - 1; place++)
            {
                var name = new string('a', length);
                Assert.Equal(NameTraits.HasDot, TraitsOf(name[..place] + '.' + name[(place + 1)..]));
                Assert.Equal(NameTraits.HasY, TraitsOf(name[..place] + 'y' + name[(place + 1)..]));
                Assert.Equal(NameTraits.HasY, TraitsOf(name[..place] + 'Y' + name[(place + 1)..]));
            }

            Assert.Equal(NameTraits.None, TraitsOf(new string('x', length)));
        }
    }

    private static NameTraits TraitsOf(string name)
    {
        HostNameGrammar.IsHostName(name, out var traits);
        return traits;
    }

    private static bool IsHostName(string text) => text.Length <= 253 && HostName().IsMatch(text) && !DottedQuad().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+){3}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DottedQuad();
}
