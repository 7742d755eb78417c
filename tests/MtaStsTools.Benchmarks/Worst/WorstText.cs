using System.Text;

namespace MtaStsTools.Benchmarks.Worst;

/// <summary>A text that is a beginning and a piece repeated, or as many different ones.</summary>
/// <param name="Kind">What it is read as.</param>
/// <param name="Start">The beginning.</param>
/// <param name="Piece">What is repeated; <c>{n}</c> stands for a number that is never the same.</param>
internal sealed record WorstText(WorstKind Kind, string Start, string Piece)
{
    /// <summary>The text in so many octets.</summary>
    public byte[] Octets(int size)
    {
        var text = new StringBuilder(Start);
        for (var number = 0; text.Length < size; number++)
            text.Append(Piece.Replace("{n}", number.ToString("x", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(text.ToString())[..size];
    }

    /// <summary>Both parts as a string literal would have them.</summary>
    public override string ToString() => $"{Kind}: {Literal(Start)} {Literal(Piece)}…";

    private static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
