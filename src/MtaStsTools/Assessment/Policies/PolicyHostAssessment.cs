namespace MtaStsTools.Assessment.Policies;

/// <summary>The name of the policy host (RFC 8461 §3.3, §8.2).</summary>
internal sealed record PolicyHostAssessment(PolicyHostState State, IReadOnlyList<Finding> Findings)
{
    public static PolicyHostAssessment Of(AssessmentContext context)
    {
        var (host, addresses) = (context.Observation.PolicyHost.Host, context.Observation.PolicyHost.Addresses);
        var failed = Lookups.Inconclusive(addresses);
        var aliases = Lookups.Aliases(addresses);
        if (addresses.Addresses.Count > 0)
            return new PolicyHostAssessment(PolicyHostState.Found, [.. OfAddresses(context, host, addresses, failed, aliases)]);
        if (failed is { Outcome: DnsOutcome.AliasLoop })
            return Broken(PolicyHostRules.CnameLoop.On(host, host));
        if (aliases.Count > 0 && Lookups.DoesNotExist(addresses))
            return Broken(PolicyHostRules.PolicyHostDangling.On(host, host, Lookups.Chain(aliases)));
        if (failed is not null)
            return new PolicyHostAssessment(PolicyHostState.Indeterminate, [PolicyHostRules.PolicyHostLookupIndeterminate.On(host, host, failed.Failure)]);
        return Lookups.DoesNotExist(addresses)
            ? new PolicyHostAssessment(PolicyHostState.Absent, [])
            : Broken(PolicyHostRules.PolicyHostNoAddress.On(host, host));
    }

    private static PolicyHostAssessment Broken(Finding finding) => new(PolicyHostState.Broken, [finding]);

    private static IEnumerable<Finding> OfAddresses(
        AssessmentContext context, string host, AddressObservation addresses, DnsLookup? failed, IReadOnlyList<string> aliases)
    {
        if (failed is not null)
            yield return PolicyHostRules.PolicyHostLookupIndeterminate.On(host, host, failed.Failure);
        if (aliases.Count > 0)
            yield return PolicyHostRules.PolicyHostDelegated.On(host, host, Lookups.Chain(aliases));
        var local = Lookups.NotGlobal(addresses, context.Observation);
        if (local.Count > 0)
        {
            var rule = local.Count == addresses.Addresses.Count ? PolicyHostRules.PolicyHostNotGlobal : PolicyHostRules.PolicyHostPartlyNotGlobal;
            yield return rule.On(host, host, string.Join(", ", local));
        }
    }
}
