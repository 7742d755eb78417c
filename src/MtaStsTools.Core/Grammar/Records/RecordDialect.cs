namespace MtaStsTools.Grammar.Records;

/// <summary>What the TXT records of MTA-STS and of TLSRPT do not share: the version, the required field and the rules' ids.</summary>
internal sealed class RecordDialect
{
    public static readonly RecordDialect MtaSts = new()
    {
        Version = WellKnownNames.RecordVersion,
        RequiredField = "id",
        NoRecord = RecordRules.NoRecord,
        SeveralRecords = RecordRules.SeveralRecords,
        Discarded = RecordRules.DiscardedRecord,
        SpaceBeforeSemicolon = RecordRules.SpaceBeforeSemicolon,
        VersionWrong = RecordRules.VersionWrong,
        RequiredMissing = RecordRules.IdMissing,
        MalformedField = RecordRules.MalformedField,
        DuplicateField = RecordRules.DuplicateField,
        TrailingWhiteSpace = RecordRules.TrailingWhiteSpace,
        ExtensionNameInvalid = RecordRules.ExtensionNameInvalid,
        ExtensionValueInvalid = RecordRules.ExtensionValueInvalid,
        NearlyKnownField = RecordRules.NearlyKnownField,
        QuotedRecord = RecordRules.QuotedRecord,
        EmptyField = RecordRules.EmptyField,
    };

    public static readonly RecordDialect TlsRpt = new()
    {
        Version = WellKnownNames.TlsRptVersion,
        RequiredField = "rua",
        NoRecord = TlsRptRules.NoRecord,
        SeveralRecords = TlsRptRules.SeveralRecords,
        Discarded = TlsRptRules.DiscardedRecord,
        SpaceBeforeSemicolon = TlsRptRules.SpaceBeforeSemicolon,
        VersionWrong = TlsRptRules.VersionWrong,
        RequiredMissing = TlsRptRules.RuaMissing,
        MalformedField = TlsRptRules.MalformedField,
        DuplicateField = TlsRptRules.DuplicateField,
        TrailingWhiteSpace = TlsRptRules.TrailingWhiteSpace,
        ExtensionNameInvalid = TlsRptRules.ExtensionNameInvalid,
        ExtensionValueInvalid = TlsRptRules.ExtensionValueInvalid,
        NearlyKnownField = TlsRptRules.NearlyKnownField,
        QuotedRecord = TlsRptRules.QuotedRecord,
        EmptyField = TlsRptRules.EmptyField,
    };

    public required string Version { get; init; }

    public required string RequiredField { get; init; }

    public required Rule NoRecord { get; init; }

    public required Rule SeveralRecords { get; init; }

    public required Rule Discarded { get; init; }

    public required Rule SpaceBeforeSemicolon { get; init; }

    public required Rule VersionWrong { get; init; }

    public required Rule RequiredMissing { get; init; }

    public required Rule MalformedField { get; init; }

    public required Rule DuplicateField { get; init; }

    public required Rule TrailingWhiteSpace { get; init; }

    public required Rule ExtensionNameInvalid { get; init; }

    public required Rule ExtensionValueInvalid { get; init; }

    public required Rule NearlyKnownField { get; init; }

    public required Rule QuotedRecord { get; init; }

    public required Rule EmptyField { get; init; }

    /// <summary>Whether a sender counts it: it begins with the version and its semicolon, to the letter.</summary>
    public bool Counts(ReadOnlySpan<char> record) =>
        record.Length > Version.Length && record.StartsWith(Version.AsSpan()) && record[Version.Length] == ';';

    /// <summary>Whether it only has white space before that semicolon: the grammar allows it, the rule for discarding does not, and senders differ.</summary>
    public bool CountsForSome(ReadOnlySpan<char> record)
    {
        if (!record.StartsWith(Version.AsSpan()))
            return false;
        var spaces = Characters.LeadingWhiteSpace(record.Slice(Version.Length));
        return spaces > 0 && record.Slice(Version.Length + spaces) is [';', ..];
    }

    /// <summary>Whether it is meant as a record of this kind although a sender discards it.</summary>
    public bool LooksMeant(ReadOnlySpan<char> record)
    {
        var head = record.Slice(0, Math.Min(record.Length, Version.Length + 16));
        return head.IndexOf(Version.AsSpan(2), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Whether the text is the version, but for case and white space.</summary>
    public bool IsVersionButForCaseAndSpace(ReadOnlySpan<char> head)
    {
        var matched = 0;
        foreach (var c in head)
        {
            if (Characters.IsWhiteSpace(c))
                continue;
            if (matched == Version.Length || char.ToLowerInvariant(c) != char.ToLowerInvariant(Version[matched++]))
                return false;
        }

        return matched == Version.Length;
    }

    /// <summary>Whether it begins as a record of this kind does, but for the number of the version.</summary>
    public bool HasOtherVersion(ReadOnlySpan<char> record) =>
        record.StartsWith(Version.AsSpan(0, Version.Length - 1), StringComparison.OrdinalIgnoreCase) && !Counts(record);
}
