using MtaStsTools.Assessment.Records;

namespace MtaStsTools.Assessment.Policies;

/// <summary>The policy: its host, the attempts to fetch it, and its text (RFC 8461 §3.2, §3.3).</summary>
/// <param name="State">What it comes to.</param>
/// <param name="Policy">The policy as far as it could be read.</param>
/// <param name="Findings">What there is to say.</param>
internal sealed record PolicyAssessment(PolicyState State, MtaStsPolicy? Policy, IReadOnlyList<Finding> Findings)
{
    /// <summary>The policy that senders go by, or null where they have none.</summary>
    public MtaStsPolicy? InForce => State == PolicyState.Usable ? Policy : null;

    /// <summary>Whether senders that have the policy refuse hosts because of it.</summary>
    public bool Enforces => InForce?.Mode == MtaStsMode.Enforce;

    /// <summary>What the patterns of the policy cover, be it in force or not.</summary>
    public Coverage Coverage { get; } = new(Policy?.Mx ?? []);

    public static PolicyAssessment Of(AssessmentContext context, RecordState record)
    {
        var host = PolicyHostAssessment.Of(context);
        var fetches = context.Observation.PolicyHost.Fetches.Select(fetch => FetchAssessment.Of(context, fetch)).ToList();
        var good = fetches.Where(fetch => fetch.IsGood).ToList();
        var findings = new List<Finding>(host.Findings);

        // Certificates that soon expire matter on every address, fetches that failed only beside good ones.
        findings.AddRange(good.SelectMany(fetch => fetch.Findings));
        findings.AddRange(good.Count > 0 ? OfSomeFailing(context, fetches) : fetches.SelectMany(fetch => fetch.Findings));
        if (Differing(context, good) is { } differing)
            findings.Add(differing);

        var (policy, isValid) = Text(context, good.FirstOrDefault() ?? fetches.FirstOrDefault(fetch => fetch.Body is not null), findings);
        var state =
            good.Count > 0 && isValid ? PolicyState.Usable :
            host.State == PolicyHostState.Indeterminate || (good.Count == 0 && fetches.Exists(fetch => fetch.Fetch.Outcome == PolicyFetchOutcome.NotReached)) ? PolicyState.Indeterminate :
            host.State == PolicyHostState.Absent || (record == RecordState.Absent && policy is null) ? PolicyState.Absent :
            PolicyState.Unusable;
        if (record == RecordState.Absent && state == PolicyState.Absent)
            findings = WithoutRecord(findings);
        return new PolicyAssessment(state, policy, findings);
    }

    /// <summary>Nobody asks a policy host that no record announces: what is wrong with it is worth knowing and no more, but for a takeover in waiting.</summary>
    private static List<Finding> WithoutRecord(List<Finding> findings) =>
    [
        .. findings
            .Where(finding => !finding.IsOf(PolicyHostRules.PolicyHostNoAddress))
            .Select(finding => finding.AtMost(finding.IsOf(PolicyHostRules.PolicyHostDangling) ? Severity.Warning : Severity.Info)),
    ];

    private static IEnumerable<Finding> OfSomeFailing(AssessmentContext context, List<FetchAssessment> fetches)
    {
        var host = context.Observation.PolicyHost.Host;
        var allFailing = fetches.FindAll(fetch => !fetch.IsGood && fetch.Fetch.Outcome != PolicyFetchOutcome.AddressNotAllowed);
        if (allFailing.Count == 0)
            yield break;
        var reached = AddressFamilies.Of(fetches.Where(fetch => fetch.Fetch.Outcome.IsConnected()).Select(fetch => fetch.Fetch.Address));
        foreach (var failing in allFailing)
        {
            var reason = failing.Findings.OrderByDescending(finding => finding.Severity).FirstOrDefault()?.Message.TrimEnd('.');
            var finding = PolicyHostRules.SomeAddressesFail.On(host, host, failing.Fetch.Address ?? "One address", reason);
            // Where no address of the family could be connected to, the observer may lack the family.
            yield return failing.Fetch.Outcome.IsConnected() || reached.Contains(AddressFamilies.Of(failing.Fetch.Address)) ? finding : finding.AtMost(Severity.Info);
        }
    }

    private static Finding? Differing(AssessmentContext context, List<FetchAssessment> good)
    {
        var groups = good.GroupBy(fetch => Meaning(fetch.Body!), StringComparer.Ordinal).ToList();
        if (groups.Count < 2)
            return null;
        var host = context.Observation.PolicyHost.Host;
        return PolicyHostRules.PolicyDiffersByAddress.On(
            host, host, string.Join("; ", groups.Select(group => string.Join(", ", group.Select(fetch => fetch.Fetch.Address ?? "one address")))));
    }

    /// <summary>What tells policies apart: their values where they are valid, so that line ends and order do not matter, else every octet.</summary>
    private static string Meaning(byte[] body) =>
        MtaStsPolicy.TryParse(body.AsSpan(), out var policy, out _) ? policy.ToString() : Convert.ToBase64String(body);

    private static (MtaStsPolicy? Policy, bool IsValid) Text(AssessmentContext context, FetchAssessment? fetch, List<Finding> findings)
    {
        if (fetch?.Body is not { } body)
            return (null, false);
        var isValid = MtaStsPolicy.TryParse(body.AsSpan(), context.Options.Advice, out var policy, out var said);
        // A page in place of a policy, or a text cut short, has no mistakes of its own to speak of.
        var isOtherThing = !fetch.IsGood && (policy is null || fetch.Fetch.BodyTooLarge);
        if (isOtherThing)
            return (policy, isValid);
        var (domain, host) = (context.Observation.Domain, context.Observation.PolicyHost.Host);
        findings.AddRange(said.Select(finding => finding with { Subject = host }));
        // Only the domain tells an example from the host that is meant.
        findings.AddRange(ExampleNames.In(policy?.Mx ?? [], domain).Select(pattern => PolicyRules.MxPlaceholder.On(host, pattern) with { Evidence = pattern.Text }));
        return (policy, isValid);
    }
}
