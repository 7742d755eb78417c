using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>A method that puts a text together in a random way, of what is known and what comes with its call, and gives it to what takes it.</summary>
internal sealed class RandomProgram
{
    private static readonly string[] PolicyPieces =
    [
        "version: STSv1\n", "version: STSv1\r\n", "version: STSv2\n", "version:", "mode: enforce\n", "mode: enforced\r\n", "mode: testing\n", "mode: None\n", "mode: ", "mode:enforce\n", " mode: none\n", "mode : none\n",
        "mx: mail.example.com\n", "mx: *.example.net\r\n", "mx: *\n", "mx: a..b\n", "mx: mail.example.com.\n", "mx: 10.0.0.1\n", "mx: localhost\n", "mx: ", "mx: *.", ".example.com\n", ".\n", ".",
        "max_age: 604800\n", "max_age: 60\n", "max_age: 7d\n", "max_age: 99999999999\n", "max_age: ", "00\n", "foo: bar\n", "max-age: 1\n", "nmx: a.example\n", "\n", "\r\n", "\r", ": ", "; ", "version: STSv1; mode: enforce; mx: a.example; max_age: 604800", "not a line\n", "a{b}c\n", "\t", " \n", "\uFEFF",
    ];

    private static readonly string[] RecordPieces =
    [
        "v=STSv1; ", "v=STSv1;", "v=STSv1 ;", "v=stsv1;", "id=", "id=1;", "id=a-b;", "id=20260131;", ";", "; ", " ", "x=y;", "x=;", "=", "-", "id=1; id=2;", "ID=1;", "v=TLSRPTv1; ", "v=TLSRPTv1;", "rua=", "rua=mailto:a@example.com", "rua=ftp://a.example", "rua=mailto:", ",", "https://example.com/a", "a{b}",
    ];

    private static readonly string[] Values =
    [
        "", "a", "mail.example.com", "example.com", "*", "enforce", "testing", "none", "604800", "60", "\n", "\r\n", "x: y\n", "mx: b.example\n", "mode: testing\n", "mode: none\nmax_age: 60\n", "\nmode: enforce\n", "version: STSv1\n",
        "version: STSv1\nmode: none\nmax_age: 1\n", "\nversion: STSv1\nmode: enforce\nmx: c.example\nmax_age: 1209600\n", "id=2;", "; id=3;", "v=STSv1; id=4;", "mailto:b@example.com", ";", " ", ":", "é", "\0", ".", "..", "-", "{0}", "\"", "y: z",
    ];

    private readonly Random _random;

    public RandomProgram(int seed)
    {
        _random = new Random(seed);
        Syntax = _random.Next(5) switch { 0 => TextSyntax.Record, 1 => TextSyntax.TlsRpt, _ => TextSyntax.Policy };
        Name = string.Create(CultureInfo.InvariantCulture, $"P{seed}");
        var text = Compose();
        var body = _random.Next(4) switch
        {
            0 => $"var text = {text}; Take.{Syntax}(text);",
            1 => $"Take.{Syntax}(n > 5 ? {text} : {Compose()});",
            2 => $"Take.{Syntax}(({text})!);",
            _ => $"Take.{Syntax}({text});",
        };
        Source = $"public static class {Name} {{ const string K = {Literal(Piece())}; static readonly string F = {Literal(Piece())}; public static void M(string a, string b, int n) {{ {body} }} }}";
    }

    public TextSyntax Syntax { get; }

    public string Name { get; }

    /// <summary>The program, on one line.</summary>
    public string Source { get; }

    /// <summary>One file of many programs, each on the line of its number: a compilation for each would take most of the time.</summary>
    public static string FileOf(IEnumerable<RandomProgram> programs) => "using System; using System.Text;\n" + string.Join('\n', programs.Select(program => program.Source));

    /// <summary>Arguments for the method, the same for the same number.</summary>
    public static object[] Arguments(int number)
    {
        var random = new Random(number);
        return [Values[random.Next(Values.Length)], Values[random.Next(Values.Length)], random.Next(10)];
    }

    private string Compose()
    {
        var count = _random.Next(1, 9);
        var parts = Enumerable.Range(0, count).Select(_ => (Text: Piece(), Hole: Hole())).ToList();
        return _random.Next(8) switch
        {
            0 => "$\"" + string.Concat(parts.Select(part => part.Hole is { } hole ? "{" + hole + "}" : Literal(part.Text).Trim('"').Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))) + "\"",
            1 => "\"\" + " + string.Join(" + ", parts.Select(Expression)),
            2 => $"string.Concat({string.Join(", ", parts.Select(Expression))}, \"\")",
            3 => $"string.Join({Literal(Piece())}, {string.Join(", ", parts.Select(Expression))}, \"\")",
            4 => $"string.Join(Environment.NewLine, new object[] {{ {string.Join(", ", parts.Select(Expression))} }})",
            5 => Format(parts),
            6 => "new StringBuilder()" + string.Concat(parts.Select(part => _random.Next(4) == 0 ? $".AppendLine(({Expression(part)}).ToString())" : $".Append({Expression(part)})")) + ".ToString()",
            _ => string.Join(" + ", parts.Select(part => "(" + Expression(part) + " + \"\")")),
        };
    }

    private static string Format(List<(string Text, string? Hole)> parts)
    {
        var holes = parts.Where(part => part.Hole is not null).ToList();
        var next = 0;
        var format = string.Concat(parts.Select(part => part.Hole is null ? part.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : string.Create(CultureInfo.InvariantCulture, $"{{{next++}}}")));
        return $"string.Format({Literal(format)}{string.Concat(holes.Select(part => ", (object)" + part.Hole))}, \"\")";
    }

    private string Piece()
    {
        var pieces = Syntax == TextSyntax.Policy ? PolicyPieces : RecordPieces;
        return pieces[_random.Next(pieces.Length)];
    }

    private string? Hole() => _random.Next(7) switch
    {
        0 => _random.Next(6) switch { 0 => "b", 1 => "n", 2 => "Environment.NewLine", 3 => "K", 4 => "F", _ => "a" },
        1 => "a",
        _ => null,
    };

    private static string Expression((string Text, string? Hole) part) => part.Hole ?? Literal(part.Text);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
