using MtaStsTools.Assessment.Records;

namespace MtaStsTools.Assessment;

/// <summary>The verdict from the findings; the first line that fits decides.</summary>
/// <remarks>
/// <list type="number">
/// <item>The domain does not exist: Fail.</item>
/// <item>DNS did not say whether there is a record: Indeterminate, whatever else is wrong, for nothing shows that the domain uses MTA-STS.</item>
/// <item>Neither record nor policy: NotConfigured.</item>
/// <item>Any Error: Fail.</item>
/// <item>DNS did not say where the policy host is or which the MX are, or the time was over before the policy was fetched: Indeterminate.</item>
/// <item>Any Warning: Warning.</item>
/// <item>Else: Pass.</item>
/// </list>
/// </remarks>
internal static class VerdictRule
{
    public static Verdict Decide(RecordState record, Presence presence, bool isUncertain, IReadOnlyList<Finding> findings) =>
        presence == Presence.NoDomain ? Verdict.Fail :
        record == RecordState.Indeterminate ? Verdict.Indeterminate :
        presence == Presence.NotConfigured ? Verdict.NotConfigured :
        Has(findings, Severity.Error) ? Verdict.Fail :
        isUncertain ? Verdict.Indeterminate :
        Has(findings, Severity.Warning) ? Verdict.Warning :
        Verdict.Pass;

    private static bool Has(IReadOnlyList<Finding> findings, Severity severity) => findings.Any(finding => finding.Severity == severity);
}
