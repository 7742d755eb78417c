using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Planning;

/// <summary>The order of RFC 8461 §8.1 for one record that many domains share (§8.2). Pure.</summary>
internal static class SharedOrder
{
    /// <summary>The plan of the shared record with what its aliases need.</summary>
    /// <param name="plan">The plan of the domain that has the record.</param>
    /// <param name="files">The files of the aliases.</param>
    /// <param name="reports">The aliases as they are.</param>
    /// <param name="request">What is published.</param>
    public static ChangePlan Arrange(ChangePlan plan, IReadOnlyList<PolicyFileStep> files, IReadOnlyList<DomainReport> reports, PolicyPublishRequest request)
    {
        var own = plan.Steps.OfType<PolicyFileStep>().First();
        var announced = reports.Where(report => IsAnnounced(report, request.Domain)).Select(report => report.Domain).ToList();
        return plan with
        {
            Basis = [.. plan.Basis, .. reports.Select(SafeOrder.Basis)],
            Steps =
            [
                own,
                // A host that keeps one file for all is written to once.
                .. files.GroupBy(file => file.Change.Expected.Location, StringComparer.Ordinal).Where(group => group.Key != own.Change.Expected.Location).Select(group => group.First()),
                .. plan.Steps.OfType<VerifyPolicyStep>(),
                .. announced.Select(domain => new VerifyPolicyStep { Domain = domain, Policy = request.Policy, Force = request.Force }),
                .. plan.Steps.Where(step => step is RecordChangeStep or ReadBackStep),
                .. reports.Select(report => new DelegationStep { Domain = report.Domain, DelegateTo = request.Domain, Policy = request.Policy }),
            ],
        };
    }

    /// <summary>Whether senders that ask for the alias's record are led to the shared one.</summary>
    public static bool IsAnnounced(DomainReport report, string owner) =>
        report.Observation.Record.Lookup.Aliases.Contains(WellKnownNames.RecordOf(owner), StringComparer.OrdinalIgnoreCase);
}
