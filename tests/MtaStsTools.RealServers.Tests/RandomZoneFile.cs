using System.Globalization;
using System.Text;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Zone files as people and tools write them, at random: every way to write owner, class, time to live, line ends, comments and strings, in any order.</summary>
internal sealed class RandomZoneFile(int seed)
{
    private const string Ours = "_mta-sts";

    private readonly Random _random = new(seed);
    private readonly StringBuilder _main = new();
    private readonly StringBuilder _included = new();
    private string _newLine = "\n";
    private bool _hasDefault;

    /// <summary>The zone's own file.</summary>
    public string Main { get; private set; } = "";

    /// <summary>The file <c>records.inc</c>, which the zone may include.</summary>
    public string Included { get; private set; } = "";

    public RandomZoneFile Write()
    {
        _newLine = OneOf("\n", "\n", "\r\n");
        _hasDefault = _random.Next(3) > 0;
        if (_hasDefault)
            Line(_main, OneOf("$TTL 1h", "$TTL 3600", "$ttl 1H30M ; default"));
        if (_random.Next(3) == 0)
            Line(_main, "$ORIGIN example.test.");
        Line(_main, OneOf(
            "@ IN SOA ns1 hostmaster 2024013101 1h 15m 2w 1h",
            $"example.test. 1D IN SOA ns1.example.test. hostmaster ( ; start{_newLine}  7 ; serial ) not yet{_newLine}\t3600 900{_newLine}{_newLine}1209600 300 )",
            $"@ SOA ns1 host\\.master 4294967295 ( 1h 15m{_newLine}2w 1h ) ; end"));
        Line(_main, OneOf("  NS ns1", "@ IN NS ns1", "\t600 IN\tNS ns1"));
        Line(_main, "ns1 A 192.0.2.1");
        var include = _random.Next(3) == 0;
        var records = _random.Next(2, 12);
        for (var i = 0; i < records; i++)
            Record(_main, i);
        if (include)
        {
            for (var i = 0; i < 3; i++)
                Record(_included, 100 + i, isFirst: i == 0);
            Line(_main, OneOf("$INCLUDE records.inc", "$INCLUDE \"records.inc\" ; more", "$INCLUDE records.inc part"));
            Line(_main, OneOf("after A 192.0.2.7", "  TXT \"behind the include\""));
        }

        Main = _random.Next(4) == 0 ? _main.ToString().TrimEnd('\r', '\n') : _main.ToString();
        Included = _included.ToString();
        return this;
    }

    private void Record(StringBuilder text, int number, bool isFirst = false)
    {
        switch (_random.Next(7))
        {
            case 0:
                Line(text, OneOf("", "; a comment with \"quotes and (parentheses", "   ", "\t; indented"));
                break;
            case 1:
                Line(text, OneOf($"$ORIGIN part{number}", "$ORIGIN example.test.", "$ORIGIN @"));
                Line(text, $"h{number} A 192.0.2.3");
                break;
            default:
                break;
        }

        var owner = _random.Next(4) switch
        {
            0 when !isFirst => OneOf(" ", "\t", "   "),
            1 => Ours + ".example.test.",
            _ => OneOf($"h{number}", $"h{number}.sub", "a\\.b", "\\097b", "_MTA-STS.example.test.", "*.wild"),
        };
        var ttl = OneOf("", "300 ", "5m ", "1h30m\t");
        var words = OneOf(ttl + "IN ", "IN " + ttl, ttl, "in\t" + ttl);
        var data = _random.Next(8) switch
        {
            < 3 => "TXT " + Strings(number),
            3 => "TXT \\# 4 03616263".Replace("616263", Convert.ToHexString(Encoding.ASCII.GetBytes($"{number % 1000:D3}")), StringComparison.Ordinal),
            4 => $"A 192.0.2.{number % 200 + 10}",
            5 => "MX 10 mail.example.test.",
            6 => $"TYPE16 ( {_newLine} {Strings(number)} ; one{_newLine} )",
            _ => $"( {_newLine}TXT {_newLine} \"x{number}\" ; ({_newLine} )",
        };
        Line(text, $"{owner} {words}{data}{OneOf("", " ", " ; note", "\t;;")}");
    }

    private string Strings(int number) => OneOf(
        $"\"v=STSv1; id={number};\"",
        $"v=STSv1\\;\\032id={number}\\;",
        $"\"v=spf1 \" \"-all {number}\"",
        $"\"\\\"q\\\" ; ( \\\\ {number}\" \"\"",
        $"plain{number} words",
        $"\"\\200\\000{number}\"",
        $"\"tab\tin {number}\"");

    private void Line(StringBuilder text, string line) => text.Append(line).Append(_newLine);

    private string OneOf(params string[] choices) => choices[_random.Next(choices.Length)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {seed}\n{Main}\n--- records.inc\n{Included}");
}
