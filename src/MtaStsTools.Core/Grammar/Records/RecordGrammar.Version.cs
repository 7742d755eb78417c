namespace MtaStsTools.Grammar.Records;

internal ref partial struct RecordGrammar
{
    /// <summary>Reads the version and its semicolon; gives the place behind it, or -1 where there is nothing more to read.</summary>
    private int ReadVersion()
    {
        var version = _dialect.Version.AsSpan();
        if (_dialect.Counts(_text))
            return version.Length + 1;
        if (_text.Length > 0 && _text[0] == '"')
            return ReadQuoted();

        var semicolon = _text.IndexOf(';');
        var head = semicolon < 0 ? _text : _text.Slice(0, semicolon);
        if (_dialect.CountsForSome(_text))
        {
            var spaces = head.Length - version.Length;
            Report(_dialect.SpaceBeforeSemicolon, version.Length, spaces, new TextFix(version.Length, spaces, ""));
            return semicolon + 1;
        }

        var meant = IsVersionButForCaseAndSpace(head);
        var fix = meant && semicolon >= 0 ? new TextFix(0, head.Length, _dialect.Version) : null;
        Report(_dialect.VersionWrong, 0, head.Length, fix, head.ToString());
        if (!meant && !_dialect.LooksMeant(_text))
            return -1;
        // "id=1; v=STSv1" has fields before its version; elsewhere the head is the version, however written.
        return head.IndexOf(_dialect.Version.AsSpan(2), StringComparison.OrdinalIgnoreCase) < 0 ? 0 : semicolon < 0 ? _text.Length : semicolon + 1;
    }

    /// <summary>A record with its zone file's quotes is discarded; with them taken off it is read on, so that its other problems show.</summary>
    private int ReadQuoted()
    {
        var inner = _text.ToString().Trim().Trim('"').Replace("\" \"", "").Replace("\"\"", "");
        var fix = inner.IndexOf('"') < 0 && _text.TrimEnd().EndsWith("\"".AsSpan()) && _text.Length > 1 ? new TextFix(0, _text.Length, inner) : null;
        Report(_dialect.QuotedRecord, 0, 1, fix);
        return -1;
    }

    private readonly bool IsVersionButForCaseAndSpace(ReadOnlySpan<char> head)
    {
        var expected = _dialect.Version;
        var matched = 0;
        foreach (var c in head)
        {
            if (Characters.IsWhiteSpace(c))
                continue;
            if (matched == expected.Length || char.ToLowerInvariant(c) != char.ToLowerInvariant(expected[matched++]))
                return false;
        }

        return matched == expected.Length;
    }
}
