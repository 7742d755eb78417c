using MtaStsTools.Drafting;

namespace MtaStsTools;

/// <summary>Drafts policies from the MX hosts that a domain has (RFC 8461 §3.2).</summary>
public static class PolicyDrafter
{
    /// <summary>
    /// The lifetime of a draft in <c>testing</c> or <c>none</c>: a day, so that a mistake or a removal is over by the next day. Nothing is
    /// protected yet that a longer life would protect.
    /// </summary>
    public static TimeSpan DefaultMaxAge { get; } = TimeSpan.FromDays(1);

    /// <summary>The lifetime of a draft in <c>enforce</c>: four weeks, for the RFC asks for "weeks or greater" (RFC 8461 §3.2).</summary>
    public static TimeSpan DefaultEnforceMaxAge { get; } = TimeSpan.FromDays(28);

    /// <summary>A policy that covers MX hosts: those of large providers by the provider's own pattern, every other by its name.</summary>
    /// <param name="hosts">The hosts, most preferred first, with or without the root's dot.</param>
    /// <param name="mode">The mode; a draft should be tested before it is enforced.</param>
    /// <param name="maxAge">The lifetime; null means <see cref="DefaultMaxAge"/>, or <see cref="DefaultEnforceMaxAge"/> for <c>enforce</c>.</param>
    /// <exception cref="ArgumentException">There is no host.</exception>
    /// <exception cref="MtaStsFormatException">A host has a name that no policy can have, such as an IP address or one with an underscore.</exception>
    public static PolicyDraft Draft(IEnumerable<string> hosts, MtaStsMode mode = MtaStsMode.Testing, TimeSpan? maxAge = null)
    {
        var names = hosts.Select(WithoutRoot).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count == 0)
            throw new ArgumentException("There is no MX host to draft a policy from.", nameof(hosts));

        IReadOnlyList<DraftedPattern> patterns =
        [
            .. names
                .Select(host => (Host: host, Provider: MailProvider.Of(host)))
                .GroupBy(item => item.Provider?.PatternFor(item.Host) ?? MxPattern.Parse(item.Host))
                .Select(group => new DraftedPattern { Pattern = group.Key, Provider = group.First().Provider?.Name, Hosts = [.. group.Select(item => item.Host)] }),
        ];
        return new PolicyDraft
        {
            Patterns = patterns,
            Policy = new MtaStsPolicy
            {
                Mode = mode,
                Mx = [.. patterns.Select(drafted => drafted.Pattern)],
                MaxAge = maxAge ?? (mode == MtaStsMode.Enforce ? DefaultEnforceMaxAge : DefaultMaxAge),
            },
        };
    }

    /// <summary>A policy that covers the live MX hosts of a domain; the domain itself where it has no MX record (RFC 5321 §5.1).</summary>
    /// <param name="observation">The domain as it was seen.</param>
    /// <param name="mode">The mode; a draft should be tested before it is enforced.</param>
    /// <param name="maxAge">The lifetime; null means the default of the mode.</param>
    /// <exception cref="InvalidOperationException">There is an <see cref="Obstacle"/>; the message is its.</exception>
    /// <exception cref="MtaStsFormatException">A host has a name that no policy can have.</exception>
    public static PolicyDraft Draft(DomainObservation observation, MtaStsMode mode = MtaStsMode.Testing, TimeSpan? maxAge = null) =>
        Draft(observation.Domain, observation.Mx, mode, maxAge);

    /// <inheritdoc cref="Draft(DomainObservation, MtaStsMode, TimeSpan?)"/>
    /// <param name="domain">The domain.</param>
    /// <param name="mx">Its MX records as they were seen.</param>
    /// <param name="mode">The mode; a draft should be tested before it is enforced.</param>
    /// <param name="maxAge">The lifetime; null means the default of the mode.</param>
    public static PolicyDraft Draft(string domain, MxLookupObservation mx, MtaStsMode mode = MtaStsMode.Testing, TimeSpan? maxAge = null)
    {
        if (Obstacle(domain, mx) is { } obstacle)
            throw new InvalidOperationException(obstacle.Message);
        return Draft(mx.Records.Count == 0 ? [domain] : mx.Records.Select(record => record.Host), mode, maxAge);
    }

    /// <summary>What stands against a draft: the domain does not exist, accepts no mail (RFC 7505), or its MX records could not be looked up; null where nothing does.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="mx">Its MX records as they were seen.</param>
    public static Finding? Obstacle(string domain, MxLookupObservation mx) => mx switch
    {
        { IsNullMx: true } => MailExchangerRules.NullMx.On(domain, domain),
        { Lookup.Outcome: DnsOutcome.NameDoesNotExist } => PolicyHostRules.DomainDoesNotExist.On(domain, domain),
        { Lookup.IsConclusive: false } => MailExchangerRules.LookupIndeterminate.On(domain, domain, mx.Lookup.Failure),
        _ => null,
    };

    private static string WithoutRoot(string host) => host.Trim().TrimEnd('.').ToLowerInvariant();
}
