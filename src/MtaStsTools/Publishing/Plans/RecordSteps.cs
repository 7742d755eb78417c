namespace MtaStsTools.Publishing.Plans;

/// <summary>Makes a record step from its change: what senders see before and after is what the values say.</summary>
internal static class RecordSteps
{
    public static RecordChangeStep Read(string domain, string provider, string reason, RecordKind kind, RecordChange change, bool readsBack, IReadOnlyList<Finding> findings)
    {
        var before = Only(change.Expected, kind);
        var after = Only(change.Result, kind);
        return new RecordChangeStep
        {
            Domain = domain,
            Provider = provider,
            Reason = reason,
            Kind = kind,
            Change = change,
            ReadsBack = readsBack,
            Findings = findings,
            Before = kind == RecordKind.MtaSts && MtaStsRecord.TryParse(before, out var recordBefore) ? recordBefore : null,
            After = kind == RecordKind.MtaSts && MtaStsRecord.TryParse(after, out var recordAfter) ? recordAfter : null,
            ReportingBefore = kind == RecordKind.TlsRpt && TlsRptRecord.TryParse(before, out var reportingBefore) ? reportingBefore : null,
            ReportingAfter = kind == RecordKind.TlsRpt && TlsRptRecord.TryParse(after, out var reportingAfter) ? reportingAfter : null,
        };
    }

    private static string? Only(IReadOnlyList<TxtValue> values, RecordKind kind) => values.Where(value => value.Is(kind)).ToList() is [var only] ? only.Text : null;
}
