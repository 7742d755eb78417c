using System.Globalization;

namespace MtaStsTools.Grammar.Policy;

/// <summary>
/// Goes through the text of a policy once, top to bottom: its fields as places in the text, and what is wrong with the lines that they stand on.
/// What the fields say is left to <see cref="PolicyGrammar"/>.
/// </summary>
internal ref struct PolicyScanner
{
    private readonly ReadOnlySpan<char> _text;
    private Span<PolicyField> _fields;
    private int _count;
    private int _lines;
    private int _linesWithoutField;
    private char _ending;
    private List<(int Start, int End)>? _indents;
    private string? _indentedName;

    /// <param name="text">The text of the policy.</param>
    /// <param name="room">Room for the fields; more is taken from the heap when it is too little.</param>
    public PolicyScanner(ReadOnlySpan<char> text, Span<PolicyField> room)
    {
        _text = text;
        _fields = room;
    }

    public FaultBuffer Faults;

    public readonly Span<PolicyField> Fields => _fields.Slice(0, _count);

    /// <summary>The first line end that is unlike the ones before it, or -1.</summary>
    public int MixedEnding { get; private set; } = -1;

    /// <summary>The white space before names.</summary>
    public readonly IReadOnlyList<(int Start, int End)> Indents => _indents ?? [];

    /// <summary>Whether the text is no policy at all: that alone is told.</summary>
    public bool IsForeign { get; private set; }

    public void Scan()
    {
        var position = ScanByteOrderMarks();
        if (ForeignText.Recognize(_text.Slice(position)) is { } form)
        {
            TellForeign(form);
            return;
        }

        var end = ScanSize();
        position = ScanFrontMatter(position);
        while (position < end)
        {
#if NET8_0_OR_GREATER
            var before = _count;
            position = PlainLines.Scan(_text.Slice(0, end), position, ref _ending, _fields, ref _count);
            _lines += _count - before;
            if (position >= end)
                break;
#endif
            position = ScanLine(position, end);
        }

        if (_indents is not null)
            TellIndents(_indents);
        if (_count == 0 && _lines == _linesWithoutField)
            TellForeign(_text.Trim().Length == 0 ? ForeignText.Empty : ForeignText.WithoutFields);
    }

    private void TellForeign(string form)
    {
        IsForeign = true;
        Faults = default;
        Faults.Add(new Fault(PolicyRules.NotAPolicy, 0, _text.Length, [form]) { IsOfWholeText = true });
    }

    /// <summary>A text that is indented as a whole has one mistake and not one a line.</summary>
    private void TellIndents(List<(int Start, int End)> indents)
    {
        var (start, end) = indents[0];
        var more = (indents.Count - 1).ToString(CultureInfo.InvariantCulture);
        Faults.Add(PolicyRules.SpaceBeforeName, start, end - start, _indentedName, indents.Count == 1 ? "" : $" and before {more} more");
    }

    /// <summary>What a site generator keeps between two lines of hyphens is its own, and so are blank lines below it.</summary>
    private int ScanFrontMatter(int start)
    {
        var end = FrontMatter.EndIn(_text.Slice(start));
        if (end == 0)
            return start;
        var matter = _text.Slice(start, end);
        Faults.Add(PolicyRules.FrontMatter, start, matter.TrimEnd().Length);
        foreach (var c in matter)
            _lines += c == '\n' ? 1 : 0;
        return start + end;
    }

    /// <summary>Two programs may each have put a mark before the text.</summary>
    private int ScanByteOrderMarks()
    {
        var marks = Characters.ByteOrderMarks(_text);
        if (marks > 0)
            Faults.Add(PolicyRules.ByteOrderMark, 0, marks);
        return marks;
    }

    /// <summary>Where reading stops: the end of the text, or the last character that fits into the octets that senders read.</summary>
    private int ScanSize()
    {
        if (_text.Length <= PolicyGrammar.MaxOctets / 3)
            return _text.Length;
        var end = Utf8Text.PrefixOf(_text, PolicyGrammar.MaxOctets);
        if (end < _text.Length)
            Faults.Add(PolicyRules.PolicyTooLarge, end, _text.Length - end);
        return end;
    }

    /// <summary>Scans the line that begins at <paramref name="start"/>; gives the place behind it.</summary>
    private int ScanLine(int start, int textEnd)
    {
        _lines++;
        var rest = _text.Slice(start, textEnd - start);
        var terminator = IndexOfTerminator(rest);
        var (end, next) = (textEnd, textEnd);
        if (terminator >= 0)
        {
            end = start + terminator;
            next = end + (_text[end] == '\r' ? 2 : 1);
            if (_text[end] != _ending)
                NoteEnding(end);
        }

        while (end > start && Characters.IsWhiteSpace(_text[end - 1]))
            end--;
        var line = _text.Slice(start, end - start);
        if (Characters.ArePlain(line) && PolicyFieldNames.Read(line, out var nameLength) is var kind and not PolicyFieldKind.Extension)
            Add(new PolicyPart(start, start, end, next, HasControls: false), kind, nameLength, start + nameLength + 1);
        else
            next = ScanUnusualLine(new PolicyPart(start, start, end, next, HasControls: false), textEnd);
        return next;
    }

    private static int IndexOfTerminator(ReadOnlySpan<char> text) => text.IndexOf('\n') is var lf && lf > 0 && text[lf - 1] == '\r' ? lf - 1 : lf;

    private void NoteEnding(int terminator)
    {
        if (_ending != default && MixedEnding < 0)
            MixedEnding = terminator;
        _ending = _text[terminator];
    }

    private int ScanUnusualLine(in PolicyPart line, int textEnd)
    {
        if (line.Start == line.End)
        {
            _linesWithoutField++;
            Faults.Add(PolicyRules.BlankLine, line.LineStart, line.LineEnd - line.LineStart, _lines);
        }
        else if (Comments.IsComment(line.Content(_text)))
        {
            return ScanComments(line, textEnd);
        }
        else if (Characters.IndexOfForbiddenControl(line.Content(_text)) >= 0)
        {
            ScanControls(line);
        }
        else
        {
            ScanPart(line);
        }

        return line.LineEnd;
    }

    /// <summary>Lines of comment below each other are told together; gives the place behind them.</summary>
    private int ScanComments(in PolicyPart first, int textEnd)
    {
        var run = Comments.RunFrom(_text.Slice(0, textEnd), first);
        _lines += run.Lines - 1;
        _linesWithoutField += run.Lines;
        var start = first.Start + Characters.LeadingWhiteSpace(first.Content(_text));
        Faults.Add(PolicyRules.Comment, start, run.End - start);
        return run.Next;
    }

    /// <summary>Tells the control characters of a line and goes on without them; a CR with a field behind it was meant to end a line.</summary>
    private void ScanControls(in PolicyPart line)
    {
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            if (!Characters.IsForbiddenControl(_text[i]))
                continue;
            Faults.Add(PolicyRules.ControlCharacter, i, 1, "U+" + ((int)_text[i]).ToString("X4", CultureInfo.InvariantCulture));
            if (!ControlledLine.IsMeantAsLineEnd(_text, i))
                continue;
            ScanBetweenControls(line with { LineStart = start, Start = start, End = i, LineEnd = i + 1 });
            start = i + 1;
        }

        if (start < line.End)
            ScanBetweenControls(line with { LineStart = start, Start = start });
    }

    private void ScanBetweenControls(in PolicyPart part)
    {
        if (ControlledLine.Trim(_text, part) is { } trimmed)
            ScanPart(trimmed);
    }

    private void ScanPart(in PolicyPart part)
    {
        var kind = PolicyFieldNames.Read(part.Content(_text), out var nameLength);
        if (kind == PolicyFieldKind.Extension)
        {
            ScanOddPart(part);
            return;
        }

        if (!ScanSeveralFields(part, part.Start + nameLength + 1))
            AddUnusual(part, kind, nameLength, part.Start + nameLength + 1);
    }

    /// <summary>A part whose name is not followed by a colon at once, or is not one of the four.</summary>
    private void ScanOddPart(PolicyPart part)
    {
        if (Characters.LeadingWhiteSpace(part.Content(_text)) is var indent and > 0)
        {
            part = part with { Start = part.Start + indent };
            (_indents ??= []).Add((part.Start - indent, part.Start));
            _indentedName ??= PolicyFieldNames.NameIn(part.Content(_text)).ToString();
        }

        var content = part.Content(_text);
        var separator = PolicyFieldNames.IndexOfSeparator(content);
        var name = PolicyFieldNames.NameIn(content);
        if (separator <= 0 || (content[separator] == '=' && !PolicyFieldNames.MayHaveEquals(name)))
        {
            _linesWithoutField++;
            if (!part.HasControls)
                Faults.Add(PolicyRules.MalformedLine, part.Start, content.Length, content.ToString());
            return;
        }

        var kind = PolicyFieldNames.KindOf(name);
        var value = part.Start + separator + 1;
        if ((kind != PolicyFieldKind.Extension || NearNames.ForPolicy(name) is not null) && ScanSeveralFields(part, value))
            return;
        if (content[separator] == '=')
            Faults.Add(PolicyRules.WrongSeparator, value - 1, 1, name.ToString());
        else if (name.Length < separator)
            Faults.Add(PolicyRules.SpaceBeforeColon, part.Start + name.Length, separator - name.Length, name.ToString());
        AddUnusual(part, kind, name.Length, value);
    }

    /// <summary>Scans a part that is several fields with semicolons between; false where it is not.</summary>
    private bool ScanSeveralFields(in PolicyPart part, int valueStart)
    {
        if (!FieldSeries.IsSeries(part.Content(_text), valueStart - part.Start))
            return false;
        Faults.Add(FieldSeries.HasEscapes(part.Content(_text)) ? PolicyRules.EscapedLineEnds : PolicyRules.PolicyOnOneLine, part.Start, part.End - part.Start);
        foreach (var field in FieldSeries.Split(_text, part))
            ScanPart(field);
        return true;
    }

    /// <summary>Adds the field; a comment behind the value of a known one is no part of it.</summary>
    private void AddUnusual(PolicyPart part, PolicyFieldKind kind, int nameLength, int valueStart)
    {
        var comment = kind == PolicyFieldKind.Extension ? -1 : Comments.IndexBehindValue(_text.Slice(valueStart, part.End - valueStart));
        if (comment >= 0)
        {
            comment += valueStart;
            Faults.Add(PolicyRules.Comment, comment, part.End - comment);
            part = part with { End = valueStart + Characters.TrimEndOfWhiteSpace(_text.Slice(valueStart, comment - valueStart)).Length };
        }

        Add(part, kind, nameLength, valueStart);
    }

    private void Add(in PolicyPart part, PolicyFieldKind kind, int nameLength, int valueStart)
    {
        while (valueStart < part.End && Characters.IsWhiteSpace(_text[valueStart]))
            valueStart++;
        if (_count == _fields.Length)
            Grow();
        _fields[_count++] = new PolicyField(kind, part.HasControls, part.LineStart, part.Start, nameLength, valueStart, part.End - valueStart, part.LineEnd);
    }

    private void Grow()
    {
        var larger = new PolicyField[Math.Max(PolicyGrammar.Room, _count * 2)];
        _fields.CopyTo(larger);
        _fields = larger;
    }
}
