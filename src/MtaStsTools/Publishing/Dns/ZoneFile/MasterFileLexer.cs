namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>Cuts the text of a master file into entries and words, as BIND does, and remembers where each stands. One character of the text is one octet.</summary>
internal sealed class MasterFileLexer(string text)
{
    private readonly List<MasterFileEntry> _entries = [];
    private readonly List<MasterFileToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _depth;

    /// <exception cref="MasterFileException">The text is no master file.</exception>
    public static IReadOnlyList<MasterFileEntry> Read(string text) => new MasterFileLexer(text).Read();

    private List<MasterFileEntry> Read()
    {
        while (_at < text.Length)
            ReadEntry();
        return _entries;
    }

    private void ReadEntry()
    {
        var (start, line) = (_at, _line);
        _tokens.Clear();
        while (_at < text.Length)
        {
            if (text[_at] is not ('\n' or '\r'))
                ReadWord();
            else if (SkipLineEnd() && _depth == 0)
                break;
        }

        if (_depth > 0)
            throw new MasterFileException(line, "a parenthesis that is opened here is not closed");
        if (_tokens.Count == 0)
            return;
        _entries.Add(new MasterFileEntry { Start = start, End = _at, Line = line, BeginsWithBlank = text[start] is ' ' or '\t', Tokens = [.. _tokens] });
    }

    private bool SkipLineEnd()
    {
        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        return true;
    }

    private void ReadWord()
    {
        switch (text[_at])
        {
            case ' ' or '\t':
                _at++;
                break;
            case ';':
                while (_at < text.Length && text[_at] is not ('\n' or '\r'))
                    _at++;
                break;
            case '(':
                _depth++;
                _at++;
                break;
            case ')':
                if (--_depth < 0)
                    throw new MasterFileException(_line, "a parenthesis is closed that is not open");
                _at++;
                break;
            case '"':
                ReadQuoted();
                break;
            default:
                ReadPlain();
                break;
        }
    }

    private void ReadQuoted()
    {
        var end = _at + 1;
        while (end < text.Length && text[end] is not ('"' or '\n' or '\r'))
            end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length || text[end] != '"')
            throw new MasterFileException(_line, "a quotation mark is not closed");
        Take(end + 1);
    }

    private void ReadPlain()
    {
        var end = _at;
        while (end < text.Length && text[end] is not (' ' or '\t' or '\n' or '\r' or ';' or '(' or ')' or '"'))
        {
            if (text[end] == '\0')
                throw new MasterFileException(_line, "there is a zero octet, as in BIND's raw form, which is not text");
            end += text[end] == '\\' ? 2 : 1;
        }

        Take(Math.Min(end, text.Length));
    }

    private void Take(int end)
    {
        _tokens.Add(new MasterFileToken { Offset = _at, Raw = text.Substring(_at, end - _at), Depth = _depth });
        _at = end;
    }
}
