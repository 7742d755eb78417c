namespace MtaStsTools;

/// <summary>A run of UTF-16 code units inside a text, and where it starts for a person who reads it.</summary>
/// <param name="Offset">Zero-based index of the first code unit.</param>
/// <param name="Length">Number of code units; zero marks a place between two characters.</param>
/// <param name="Line">One-based line of <paramref name="Offset"/>.</param>
/// <param name="Column">One-based column of <paramref name="Offset"/>, in code units.</param>
public readonly record struct TextSpan(int Offset, int Length, int Line, int Column)
{
    /// <summary>Index just behind the last code unit.</summary>
    public int End => Offset + Length;

    /// <summary>The span of <paramref name="length"/> code units at <paramref name="offset"/> of <paramref name="text"/>, its line counted by LF.</summary>
    public static TextSpan In(ReadOnlySpan<char> text, int offset, int length)
    {
        var before = text.Slice(0, offset);
        var line = 1;
#if NET8_0_OR_GREATER
        line += before.Count('\n');
#else
        foreach (var c in before)
            line += c == '\n' ? 1 : 0;
#endif
        var lineStart = before.LastIndexOf('\n') + 1;
        return new TextSpan(offset, length, line, offset - lineStart + 1);
    }
}
