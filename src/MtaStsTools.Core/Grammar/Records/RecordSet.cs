namespace MtaStsTools.Grammar.Records;

/// <summary>
/// Chooses among the TXT records of one name as senders do: those that do not begin with the version and its semicolon are discarded, and exactly
/// one must remain (RFC 8461 §3.1, RFC 8460 §3). Counting comes before syntax, so a good record and a malformed one are two.
/// </summary>
internal sealed class RecordSet
{
    private readonly RecordDialect _dialect;
    private readonly List<string> _exact = [];
    private readonly List<string> _spaced = [];
    private readonly List<string> _meant = [];
    private readonly List<string> _otherVersions = [];
    private readonly int _total;

    public RecordSet(IEnumerable<string> txtRecords, RecordDialect dialect)
    {
        _dialect = dialect;
        foreach (var text in txtRecords)
        {
            _total++;
            ListFor(text.AsSpan())?.Add(text);
        }
    }

    /// <summary>The one record that senders use, or null. Where only records with a space before the semicolon are there, senders differ, and so they are counted.</summary>
    public string? Chosen => Counted is [var only] ? only : null;

    private List<string> Counted => _exact.Count > 0 ? _exact : _spaced;

    public List<Finding> Assess()
    {
        var findings = new List<Finding>();
        if (Counted.Count == 0)
        {
            // A younger version may stand beside this one; on its own it is what the domain takes for its record.
            findings.AddRange(_meant.Concat(_otherVersions).SelectMany(Validate));
            findings.Add(_dialect.NoRecord.On(subject: null, _total));
            return findings;
        }

        findings.AddRange(_meant.Select(Discarded));
        if (_exact.Count > 0)
            findings.AddRange(_spaced.SelectMany(Validate).Where(finding => finding.IsOf(_dialect.SpaceBeforeSemicolon)));
        if (Counted.Count > 1)
            findings.Add(_dialect.SeveralRecords.On(subject: null, Counted.Count));
        findings.AddRange(Counted.SelectMany(Validate));
        return findings;
    }

    private List<string>? ListFor(ReadOnlySpan<char> text) =>
        _dialect.Counts(text) ? _exact
        : _dialect.CountsForSome(text) ? _spaced
        : _dialect.LooksMeant(text) ? _meant
        : _dialect.HasOtherVersion(text) ? _otherVersions
        : null;

    private IReadOnlyList<Finding> Validate(string text) => RecordGrammar.Validate(text.AsSpan(), _dialect);

    private Finding Discarded(string text)
    {
        var semicolon = text.AsSpan().IndexOf(';');
        return _dialect.Discarded.At(text.AsSpan(), 0, semicolon > 0 ? semicolon : text.Length, text);
    }
}
