using MtaStsTools.Assessment.Policies;

namespace MtaStsTools.Assessment.Records;

/// <summary>The TLSRPT record (RFC 8460 §3). Reports carry no mail, so its errors are warnings here.</summary>
internal sealed record TlsReportingAssessment(TlsRptRecord? Record, IReadOnlyList<Finding> Findings)
{
    public static TlsReportingAssessment Of(AssessmentContext context, PolicyAssessment policy, bool acceptsNoMail)
    {
        var (observed, domain) = (context.Observation.TlsReporting, context.Observation.Domain);
        var name = observed.Lookup.Name;
        if (observed.Lookup.Outcome == DnsOutcome.AliasLoop)
            return new TlsReportingAssessment(null, [PolicyHostRules.CnameLoop.On(name, name).AtMost(Severity.Warning)]);
        if (!observed.Lookup.IsConclusive)
            return new TlsReportingAssessment(null, [TlsReportingRules.LookupIndeterminate.On(name, name, observed.Lookup.Failure)]);

        var record = TlsRptRecord.Select(observed.Records.Select(txt => txt.Text), out var said);
        var isAbsent = said is [{ } only] && only.IsOf(TlsRptRules.NoRecord);
        var findings = isAbsent ? [] : said.Select(finding => finding.AtMost(Severity.Warning) with { Subject = name }).ToList();
        if (record is null && policy.InForce?.Mode == MtaStsMode.Testing)
            findings.Add(TlsReportingRules.TestingWithoutReports.On(name, domain));
        else if (isAbsent && !acceptsNoMail)
            findings.Add(TlsReportingRules.Missing.On(name, domain));
        return new TlsReportingAssessment(record, findings);
    }
}
