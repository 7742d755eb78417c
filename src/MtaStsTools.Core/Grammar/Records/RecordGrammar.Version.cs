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
        {
            // A record with its zone file's quotes is discarded as a whole.
            Faults.Add(_dialect.QuotedRecord, 0, 1);
            return -1;
        }

        var semicolon = _text.IndexOf(';');
        var head = semicolon < 0 ? _text : _text.Slice(0, semicolon);
        if (_dialect.CountsForSome(_text))
        {
            Faults.Add(_dialect.SpaceBeforeSemicolon, version.Length, head.Length - version.Length);
            return semicolon + 1;
        }

        Faults.Add(_dialect.VersionWrong, 0, head.Length, head.ToString());
        if (!_dialect.IsVersionButForCaseAndSpace(head) && !_dialect.LooksMeant(_text))
            return -1;
        // "id=1; v=STSv1" has fields before its version; elsewhere the head is the version, however written.
        return head.IndexOf(_dialect.Version.AsSpan(2), StringComparison.OrdinalIgnoreCase) < 0 ? 0 : semicolon < 0 ? _text.Length : semicolon + 1;
    }
}
