namespace MtaStsTools;

/// <summary>A run of UTF-16 code units inside a text, and where it starts for a person who reads it.</summary>
public readonly record struct TextSpan
{
    /// <summary>The span of <paramref name="length"/> code units at <paramref name="offset"/>, which is at the one-based <paramref name="line"/> and <paramref name="column"/>.</summary>
    public TextSpan(int offset, int length, int line, int column)
    {
        Offset = offset;
        Length = length;
        Line = line;
        Column = column;
    }

    /// <summary>Zero-based index of the first code unit.</summary>
    public int Offset { get; init; }

    /// <summary>Number of code units; zero marks a place between two characters.</summary>
    public int Length { get; init; }

    /// <summary>One-based line of <see cref="Offset"/>.</summary>
    public int Line { get; init; }

    /// <summary>One-based column of <see cref="Offset"/>, in code units.</summary>
    public int Column { get; init; }

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
