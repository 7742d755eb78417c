using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Checks;

/// <summary>What an alias domain still needs before, and so that, it shares the record of another (RFC 8461 §8.2). Pure.</summary>
internal static class Delegations
{
    public static IEnumerable<Finding> Assess(DelegationStep step, DomainReport report, IReadOnlyList<ServerReadBack> servers)
    {
        var reasons = PublishingChecks.Assess(report, step.Policy).Where(finding => finding.Severity == Severity.Error && !finding.IsOf(PublishingRules.EnforceWouldRefuse)).Select(finding => finding.Message).ToList();
        if (reasons.Count == 0 && !servers.Any(server => server.Agreement == ServerAgreement.Agrees))
            reasons.Add("no address of its policy host could be asked.");
        if (reasons.Count > 0)
        {
            yield return PublishingRules.AliasNotReady.On(step.Domain, step.Domain, string.Join(" ", reasons), step.HostLine);
            yield break;
        }

        if (SharedOrder.IsAnnounced(report, step.DelegateTo))
            yield break;
        var own = report.Observation.Record.Records.Count > 0 && report.Observation.Record.Lookup.Aliases.Count == 0;
        yield return PublishingRules.AliasNotAnnounced.On(step.Domain, step.Domain, own ? "in place of its TXT records there" : "as it has no such record yet", step.RecordLine);
    }
}
