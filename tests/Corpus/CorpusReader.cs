using System.Globalization;
using System.Text;

namespace MtaStsTools.Corpus;

/// <summary>A finding that a case expects.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Offset">Where it begins in its text, or null for none.</param>
/// <param name="Length">How many code units it spans, or null for none.</param>
public sealed record Expected(string Id, int? Offset, int? Length)
{
    public override string ToString() => Offset is null ? Id : string.Format(CultureInfo.InvariantCulture, "{0}@{1}+{2}", Id, Offset, Length);
}

/// <summary>One case of the corpus.</summary>
/// <param name="Name">A sentence that says what is special.</param>
/// <param name="Texts">The policy, or the records of the set.</param>
/// <param name="Findings">All findings there are, ordered.</param>
/// <param name="Says">What the text says, or null where the case does not care.</param>
public sealed record CorpusCase(string Name, IReadOnlyList<string> Texts, IReadOnlyList<Expected> Findings, string? Says)
{
    public string Text => string.Concat(Texts);

    public override string ToString() => Name;
}

/// <summary>One line of mx-matches.txt.</summary>
public sealed record MatchCase(string Pattern, string Host, bool Matches)
{
    /// <summary>The case as a test's name: a control character in it would spoil the report of the run.</summary>
    public override string ToString() =>
        $"{Pattern} {(Matches ? "covers" : "does not cover")} {string.Concat(Host.Select(c => char.IsControl(c) ? $"\\u{(int)c:X4}" : c.ToString()))}";
}

/// <summary>Reads the files of this directory; README.md has their format.</summary>
public static class CorpusReader
{
    /// <summary>The policy texts.</summary>
    public static IReadOnlyList<CorpusCase> Policies(string directory) => Read(Path.Combine(directory, "policies.txt"), Line, isSet: false);

    /// <summary>The sets of records at _mta-sts.</summary>
    public static IReadOnlyList<CorpusCase> Records(string directory) => Read(Path.Combine(directory, "records.txt"), Unescape, isSet: true);

    /// <summary>The sets of records at _smtp._tls.</summary>
    public static IReadOnlyList<CorpusCase> TlsRpt(string directory) => Read(Path.Combine(directory, "tlsrpt.txt"), Unescape, isSet: true);

    /// <summary>Patterns and hosts.</summary>
    public static IReadOnlyList<MatchCase> Matches(string directory) =>
        File.ReadAllLines(Path.Combine(directory, "mx-matches.txt"), Encoding.UTF8)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(parts => new MatchCase(Unescape(parts[0]), Unescape(parts[1]), parts[2] == "yes"))
            .ToList();

    /// <summary>The directory of the corpus, looked for from the running program upwards.</summary>
    public static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var corpus = Path.Combine(directory.FullName, "tests", "Corpus");
            if (File.Exists(Path.Combine(corpus, "policies.txt")))
                return corpus;
        }

        throw new DirectoryNotFoundException("No directory above the program has tests/Corpus.");
    }

    /// <summary>The text that the escapes stand for.</summary>
    public static string Unescape(string escaped)
    {
        var text = new StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)int.Parse(escaped.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else if (escaped[i] == '{')
            {
                var end = escaped.IndexOf('}', i);
                var star = escaped.LastIndexOf('*', end);
                var unit = Unescape(escaped.Substring(i + 1, star - i - 1));
                for (var n = int.Parse(escaped.Substring(star + 1, end - star - 1), CultureInfo.InvariantCulture); n > 0; n--)
                    text.Append(unit);
                i = end;
            }
            else
            {
                text.Append(Simple(escaped[i]));
            }
        }

        return text.ToString();
    }

    private static string Simple(char letter) => letter switch
    {
        'r' => "\r",
        'n' => "\n",
        't' => "\t",
        '0' => "\0",
        'f' => "\f",
        'v' => "\v",
        's' => " ",
        'e' => "",
        '"' or '\\' => letter.ToString(),
        _ => throw new FormatException("Unknown escape \\" + letter),
    };

    private static string Line(string escaped) =>
        escaped.EndsWith("\\c", StringComparison.Ordinal) ? Unescape(escaped.Substring(0, escaped.Length - 2))
        : escaped.EndsWith("\\n", StringComparison.Ordinal) ? Unescape(escaped)
        : Unescape(escaped) + "\r\n";

    private static List<CorpusCase> Read(string path, Func<string, string> toText, bool isSet)
    {
        var cases = new List<CorpusCase>();
        string? name = null;
        string? says = null;
        var texts = new List<string>();
        var expected = new List<string>();
        foreach (var line in File.ReadAllLines(path, Encoding.UTF8).Concat(["= "]))
        {
            var rest = line.Length > 2 ? line.Substring(2) : "";
            switch (line.Length == 0 ? '#' : line[0])
            {
                case '=':
                    if (name is not null)
                        cases.Add(Case(name, texts, expected, says, isSet));
                    (name, says, texts, expected) = (rest, null, [], []);
                    break;
                case '|':
                    texts.Add(toText(rest));
                    break;
                case '!':
                    expected.Add(rest);
                    break;
                case '>':
                    says = Unescape(rest);
                    break;
                case '#':
                    break;
                default:
                    throw new FormatException(path + ": " + line);
            }
        }

        return cases;
    }

    private static CorpusCase Case(string name, List<string> texts, List<string> expected, string? says, bool isSet)
    {
        List<string> places = isSet ? texts : [string.Concat(texts)];
        return new CorpusCase(name, texts, expected.ConvertAll(line => Expect(line, places)).OrderBy(finding => finding.ToString(), StringComparer.Ordinal).ToList(), says);
    }

    private static Expected Expect(string line, List<string> texts)
    {
        var id = line.Substring(0, 10);
        var place = line.Substring(11);
        if (place == "-")
            return new Expected(id, null, null);
        if (place == "*")
            return new Expected(id, 0, texts[texts.Count - 1].Length);
        if (place[0] == '@')
        {
            var numbers = place.Substring(1).Split('+');
            return new Expected(id, int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
        }

        var end = place.LastIndexOf('"');
        var snippet = Unescape(place.Substring(1, end - 1));
        var nth = end + 1 < place.Length ? int.Parse(place.Substring(end + 1).Trim(), CultureInfo.InvariantCulture) : 1;
        foreach (var text in texts)
        {
            var at = -1;
            for (var n = 0; n < nth; n++)
            {
                at = text.IndexOf(snippet, at + 1, StringComparison.Ordinal);
                if (at < 0)
                    break;
            }

            if (at >= 0)
                return new Expected(id, at, snippet.Length);
        }

        throw new FormatException("Not in the text: " + line);
    }
}
