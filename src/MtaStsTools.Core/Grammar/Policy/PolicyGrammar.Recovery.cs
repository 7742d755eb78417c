using System.Globalization;

namespace MtaStsTools.Grammar.Policy;

/// <summary>Lines that do not begin with a known field: extensions, and everything that people write instead of a field.</summary>
internal ref partial struct PolicyGrammar
{
    private void ReadOtherLine(int lineStart, int start, int end, int lineEnd)
    {
        if (end == start)
        {
            ReportBlankLine(lineStart, lineEnd);
            return;
        }

        if (!_controlsReported && ReadControls(lineStart, start, end, lineEnd))
            return;
        var name = start + Characters.LeadingWhiteSpace(_text.Slice(start, end - start));
        if (name > start)
        {
            var following = _text.Slice(name, end - name);
            Report(PolicyRules.SpaceBeforeName, start, name - start, new TextFix(start, name - start, ""), following.Slice(0, NameLength(following)).ToString());
            ReadLine(lineStart, name, end, lineEnd);
            return;
        }

        ReadOddField(lineStart, start, end, lineEnd);
    }

    private void ReportBlankLine(int lineStart, int lineEnd)
    {
        var line = _places.In(_text, lineStart, lineEnd - lineStart).Line;
        Report(PolicyRules.BlankLine, lineStart, lineEnd - lineStart, new TextFix(lineStart, lineEnd - lineStart, ""), line);
    }

    /// <summary>A line whose name is not followed by a colon at once, or is not one of the four.</summary>
    private void ReadOddField(int lineStart, int start, int end, int lineEnd)
    {
        var line = _text.Slice(start, end - start);
        var separator = line.IndexOfAny(':', '=');
        var nameLength = NameLength(line);
        var name = line.Slice(0, nameLength);
        if (separator <= 0 || (line[separator] == '=' && !IsFieldWithEquals(name)))
        {
            if (!_controlsReported)
                Report(PolicyRules.MalformedLine, start, line.Length, fix: null, line.ToString());
            return;
        }

        if (line[separator] == '=')
            Report(PolicyRules.WrongSeparator, start + separator, 1, new TextFix(start + nameLength, separator + 1 - nameLength, ColonBefore(line.Slice(separator + 1))), name.ToString());
        else if (nameLength < separator)
            Report(PolicyRules.SpaceBeforeColon, start + nameLength, separator - nameLength, new TextFix(start + nameLength, separator - nameLength, ""), name.ToString());

        var kind = KindOf(name);
        var valueStart = start + separator + 1 + Characters.LeadingWhiteSpace(line.Slice(separator + 1));
        if (kind == PolicyFieldKind.Extension)
            ReadExtension(new PolicyField(kind, IsValid: true, lineStart, start, nameLength, valueStart, end - valueStart, lineEnd));
        else
            ReadKnownField(kind, lineStart, start, nameLength, valueStart, end, lineEnd);
    }

    /// <summary>The colon, and a space where none follows: as everybody writes it.</summary>
    private static string ColonBefore(ReadOnlySpan<char> value) => value.Length == 0 || Characters.IsWhiteSpace(value[0]) ? ":" : ": ";

    /// <remarks>
    /// <code>
    /// sts-policy-extension = sts-policy-ext-name sts-policy-field-delim sts-policy-ext-value
    /// sts-policy-ext-value = sts-policy-vchar [*(%x20 / sts-policy-vchar) sts-policy-vchar]
    /// sts-policy-vchar     = %x21-7E / UTF8-2 / UTF8-3 / UTF8-4
    /// </code>
    /// </remarks>
    private void ReadExtension(PolicyField field)
    {
        var name = field.Name(_text);
        var value = field.Value(_text);
        var near = NearNames.ForPolicy(name);
        if (near is not null && ReadSeveralFields(field))
            return;

        var valid = true;
        if (!Characters.IsExtensionName(name))
        {
            valid = false;
            var fix = near is { IsCertain: true } certain ? new TextFix(field.Start, field.NameLength, certain.Name) : null;
            if (!_controlsReported)
                Report(PolicyRules.ExtensionNameInvalid, field.Start, field.NameLength, fix, name.ToString());
        }
        else if (IsKnown(PolicyFieldKind.Extension, name))
        {
            ReportDuplicate(field);
            return;
        }
        else
        {
            _hasNearNames |= near is not null;
        }

        var badAt = IndexOfInvalidInExtension(value);
        if (value.Length == 0 || badAt >= 0)
        {
            valid = false;
            if (!_controlsReported)
            {
                var (start, length) = value.Length == 0 ? (field.Start, field.NameLength + 1) : (field.ValueStart + badAt, 1);
                Report(PolicyRules.ExtensionValueInvalid, start, length, fix: null, name.ToString());
            }
        }

        if (valid)
            ExtensionCount++;
        Add(field, valid);
    }

    /// <summary>The first character that an extension's value cannot have: a control character, or half of a surrogate pair, which no UTF-8 can say.</summary>
    private static int IndexOfInvalidInExtension(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and <= '~')
                continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsControl(value[i]) || char.IsSurrogate(value[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Length of what stands before the first separator, white space at its end not included.</summary>
    private static int NameLength(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAny(':', '=');
        if (length < 0)
            length = line.Length;
        while (length > 0 && Characters.IsWhiteSpace(line[length - 1]))
            length--;
        return length;
    }

    private static PolicyFieldKind KindOf(ReadOnlySpan<char> name) =>
        name.SequenceEqual("mx".AsSpan()) ? PolicyFieldKind.Mx
        : name.SequenceEqual("mode".AsSpan()) ? PolicyFieldKind.Mode
        : name.SequenceEqual("max_age".AsSpan()) ? PolicyFieldKind.MaxAge
        : name.SequenceEqual("version".AsSpan()) ? PolicyFieldKind.Version
        : PolicyFieldKind.Extension;

    /// <summary>Names that may be followed by '=' in error; the record's own <c>v=STSv1</c> is no policy field.</summary>
    private static bool IsFieldWithEquals(ReadOnlySpan<char> name) => Characters.IsExtensionName(name) && !name.SequenceEqual("v".AsSpan());

    /// <summary>Recognises a line that is several, separated by semicolons or by control characters, and reads its parts as lines.</summary>
    private bool ReadSeveralFields(PolicyField field) =>
        (!_controlsReported && ReadControls(field.LineStart, field.Start, field.End, field.LineEnd)) || ReadSemicolons(field);

    private bool ReadSemicolons(PolicyField field)
    {
        var line = _text.Slice(field.Start, field.Length);
        var cut = NextSemicolon(line, field.ValueStart - field.Start);
        if (cut < 0 || cut + 1 + Characters.LeadingWhiteSpace(line.Slice(cut + 1)) >= line.Length)
            return false;

        var lines = new List<string>();
        var parts = new List<(int LineStart, int Start, int End, int LineEnd)>();
        for (var start = 0; start < line.Length;)
        {
            cut = NextSemicolon(line, start);
            var (end, next) = cut < 0 ? (line.Length, line.Length) : (cut, cut + 1);
            var content = start + Characters.LeadingWhiteSpace(line.Slice(start, end - start));
            if (content < end)
            {
                lines.Add(line.Slice(content, end - content).TrimEnd().ToString());
                parts.Add((field.Start + start, field.Start + content, field.Start + end, field.Start + next));
            }

            start = next;
        }

        Report(PolicyRules.PolicyOnOneLine, field.Start, field.Length, new TextFix(field.Start, field.Length, string.Join(NewLine(), lines)));
        foreach (var part in parts)
            ReadLine(part.LineStart, part.Start, part.End, part.LineEnd);
        return true;
    }

    /// <summary>The next semicolon that ends a field: one with a known name and its separator behind it, or with nothing.</summary>
    private static int NextSemicolon(ReadOnlySpan<char> line, int from)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] != ';')
                continue;
            var rest = line.Slice(i + 1);
            rest = rest.Slice(Characters.LeadingWhiteSpace(rest));
            if (rest.Length == 0 || rest[0] == ';' || BeginsWithKnownField(rest))
                return i;
        }

        return -1;
    }

    private static bool BeginsWithKnownField(ReadOnlySpan<char> text)
    {
        var separator = text.Slice(0, Math.Min(text.Length, Characters.MaxExtensionName)).IndexOfAny(':', '=');
        if (separator <= 0)
            return false;
        var name = text.Slice(0, NameLength(text));
        return KindOf(name) != PolicyFieldKind.Extension || NearNames.ForPolicy(name) is { IsCertain: true };
    }

    /// <summary>Reports the control characters of a line and reads on without them; true where the line is dealt with.</summary>
    private bool ReadControls(int lineStart, int start, int end, int lineEnd)
    {
        var line = _text.Slice(start, end - start);
        if (Characters.IndexOfForbiddenControl(line) < 0)
            return false;

        var breaks = new List<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (!Characters.IsForbiddenControl(line[i]))
                continue;
            var isBreak = line[i] == '\r' && (start + i + 1 == _text.Length || BeginsWithKnownField(line.Slice(i + 1)));
            if (isBreak)
                breaks.Add(i);
            Report(PolicyRules.ControlCharacter, start + i, 1, new TextFix(start + i, 1, isBreak ? "\r\n" : ""), "U+" + ((int)line[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        _controlsReported = true;
        var part = start;
        foreach (var at in breaks)
        {
            ReadWithoutOuterControls(part == start ? lineStart : part, part, start + at, start + at + 1);
            part = start + at + 1;
        }

        if (part < end)
            ReadWithoutOuterControls(part == start ? lineStart : part, part, end, lineEnd);
        _controlsReported = false;
        return true;
    }

    private void ReadWithoutOuterControls(int lineStart, int start, int end, int lineEnd)
    {
        var first = start;
        while (start < end && (Characters.IsForbiddenControl(_text[start]) || (start > first && Characters.IsWhiteSpace(_text[start]))))
            start++;
        while (end > start && (Characters.IsForbiddenControl(_text[end - 1]) || Characters.IsWhiteSpace(_text[end - 1])))
            end--;
        if (start == end)
            return;
        // Only what still has control characters inside is excused from further findings.
        _controlsReported = Characters.IndexOfForbiddenControl(_text.Slice(start, end - start)) >= 0;
        ReadLine(lineStart, start, end, lineEnd);
        _controlsReported = true;
    }
}
