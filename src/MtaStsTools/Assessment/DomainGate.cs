using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Dane;

namespace MtaStsTools;

/// <summary>
/// Answers whether a runbook may go on after a domain was tested: yes only where its mail is protected, or rightly unprotected, as the caller
/// asked. The table is in <c>docs/gate.md</c>.
/// </summary>
public static class DomainGate
{
    /// <summary>Whether the domain passes.</summary>
    /// <param name="report">The report on the domain. Where SMTP was left out on request, the answer is for what was looked at.</param>
    /// <param name="required">
    /// The weakest mode that will do: <see cref="MtaStsMode.Enforce"/> or <see cref="MtaStsMode.Testing"/>. With <see cref="MtaStsMode.None"/>
    /// also a domain passes that is rightly without a policy: one that accepts no mail, or whose removal is finished (RFC 8461 §8.3).
    /// </param>
    public static bool Passes(DomainReport report, MtaStsMode required = MtaStsMode.None) => report.Verdict switch
    {
        Verdict.Pass or Verdict.Warning => report.Mode is { } mode && mode != MtaStsMode.None && mode >= required && IsDelivered(report),
        Verdict.NotConfigured => required == MtaStsMode.None && IsRightlyWithout(report),
        _ => false,
    };

    /// <summary>Under testing nobody loses mail; what delivery lacks then is what enforce would cost, so that it counts all the same.</summary>
    private static bool IsDelivered(DomainReport report)
    {
        var seen = report.Observation;
        return seen.Mx.IsNullMx || (report.MailFlowsUnderEnforce ?? (seen.SmtpSkipped && report.MailExchangers.Count > 0 && !seen.MailExchangers.Any(DaneAssessment.Defers)));
    }

    /// <summary>A removal is finished where the record is gone and what the policy host still serves is a policy of mode none.</summary>
    private static bool IsRightlyWithout(DomainReport report) => report.Observation.Mx.IsNullMx || report.Policy?.Mode == MtaStsMode.None;
}
