using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// Values for the holes of a text, chosen so that each of them turns something else that stands around a hole into something else:
/// ends the line, gives a field first, is a whole policy or record, swallows the rest in an extension, or is nothing at all.
/// </summary>
internal static class Fillings
{
    private const int Mixed = 40;

    private static readonly string[] Anything =
    [
        "", "a", "7", "enforce", "testing", "none", "604800", "mail.example.com", "*.example.com", "\n", "\r\n", "\nmx: a.example\n", "mx: a.example\n", "x: ", "\nx: ", ": ", ":", " ", "\t", "\n\n",
        "version: STSv1\nmode: none\nmax_age: 86400\n", "\nversion: STSv1\nmode: none\nmax_age: 86400\n", "\nversion: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n",
        "\nversion: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\nx: ", "\nversion: x\nmode: x\nmx: x\nmax_age: x\n", "STSv1", "STSv1\n", "\r", "\0", "é", "\u2028", "\uFEFF", "\uD800",
        ";", "; ", ";id=1;", "id=1", "v=STSv1; id=1;", "; id=1; x=", "; id=1;x=y;", "v=TLSRPTv1; rua=mailto:a@example.com", "; rua=mailto:a@example.com; x=", "mailto:a@example.com", "https://example.com/a", ",", ",mailto:a@example.com", "!", "%", "=", "x=y", "*", ".", "-", "_", "\"", "#", "/", "@", "[::1]", "10.0.0.1",
        new string('a', 70),
    ];

    private static readonly string[] LineBreaks = ["\n", "\r\n"];

    /// <summary>One value for each hole: the same in all, one beside plain ones, and mixed. The array is the same one each time.</summary>
    public static IEnumerable<string[]> Of(PartialText text)
    {
        var holes = text.Holes;
        var values = new string[holes.Length];
        for (var i = 0; i < Anything.Length; i++)
            yield return Choose(_ => i);
        if (values.Length == 1)
            yield break;
        for (var other = 0; other < values.Length; other++)
        {
            for (var i = 0; i < Anything.Length; i++)
                yield return Choose(hole => hole == other ? i : 1);
        }

        for (var i = 0; i < Mixed; i++)
            yield return Choose(hole => (i * ((2 * hole) + 1)) + (7 * hole));

        string[] Choose(Func<int, int> index)
        {
            for (var hole = 0; hole < values.Length; hole++)
            {
                var choices = holes[hole].IsLineBreak ? LineBreaks : Anything;
                values[hole] = choices[index(hole) % choices.Length];
            }

            return values;
        }
    }
}
