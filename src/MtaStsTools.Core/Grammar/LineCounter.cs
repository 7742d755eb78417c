namespace MtaStsTools.Grammar;

/// <summary>Places in a text, asked for from its beginning to its end: each line is counted once, however many places there are.</summary>
internal struct LineCounter
{
    private int _counted;
    private int _lines;
    private int _lineStart;

    /// <param name="text">The whole text, the same each time.</param>
    /// <param name="offset">First code unit, never before that of the call before.</param>
    /// <param name="length">Number of code units.</param>
    public TextSpan In(ReadOnlySpan<char> text, int offset, int length)
    {
        while (text.Slice(_counted, offset - _counted).IndexOf('\n') is var terminator and >= 0)
        {
            _lines++;
            _counted += terminator + 1;
            _lineStart = _counted;
        }

        _counted = offset;
        return new TextSpan(offset, length, _lines + 1, offset - _lineStart + 1);
    }
}
