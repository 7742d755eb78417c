namespace MtaStsTools.Benchmarks.Worst;

/// <summary>Makes texts out of what the grammar looks for.</summary>
internal sealed class TextMaker(Random random)
{
    private static readonly string[] Starts =
    [
        "", "version: STSv1\nmode: enforce\n", "version: STSv1\nmode: enforce\nmx: ", "---\n", "version: STSv1\nmode: ", "version: STSv1\nx: ", "{\"", "v=STSv1; id=1;", "v=TLSRPTv1; rua=",
        "v=TLSRPTv1; rua=mailto:", "v=STSv1; id=", "version: STSv1; mode: enforce; mx: ",
    ];

    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\r", "\t", " ", "\0", "\uFEFF", "#", "# ", ";", "; ", ",", ":", "=", ".", "-", "_", "*", "*.", "!", "@", "/", "\"", "'", "\\", "\\n", "\\r", "---\n", "{n}", "a", "xn--", "ü", "ß",
        "٦", "your", "yourdomain", ".tld", "mx", "mx:", "mx: ", "mode", "mode:", "version:", "max_age:", "v=STSv1;", "id=", "rua=", "mailto:", "https://", "a@b.example", "%41", "10 ", "Priority 5: ",
        "a.example", "192.0.2.1", "::1", "604800", "7d", "\uD83D", "\u0301", "Mode", "mxx",
    ];

    public WorstText Make() => new(
        random.Next(4) switch { 0 => WorstKind.Record, 1 => WorstKind.TlsRptRecord, _ => WorstKind.Policy },
        Starts[random.Next(Starts.Length)],
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any())));

    public WorstText Change(WorstText text) => random.Next(4) switch
    {
        0 => text with { Start = Starts[random.Next(Starts.Length)] },
        1 => text with { Piece = text.Piece + Any() },
        2 when text.Piece.Length > 1 => text with { Piece = text.Piece.Remove(random.Next(text.Piece.Length), 1) },
        _ => text with { Piece = text.Piece.Insert(random.Next(text.Piece.Length + 1), Any()) },
    };

    private string Any() => Pieces[random.Next(Pieces.Length)];
}
