namespace MtaStsTools.Grammar;

/// <summary>Places in a text that is read from its beginning to its end: each line is counted once, however many findings there are.</summary>
internal struct LineCounter
{
    private int _counted;
    private int _lines;
    private int _lineStart;

    public TextSpan In(ReadOnlySpan<char> text, int offset, int length)
    {
        if (offset < _lineStart)
            return TextSpan.In(text, offset, length);
        while (_counted < offset && text.Slice(_counted, offset - _counted).IndexOf('\n') is var terminator)
        {
            if (terminator < 0)
            {
                _counted = offset;
                break;
            }

            _lines++;
            _counted += terminator + 1;
            _lineStart = _counted;
        }

        return new TextSpan(offset, length, _lines + 1, offset - _lineStart + 1);
    }
}
