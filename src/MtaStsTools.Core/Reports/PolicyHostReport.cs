namespace MtaStsTools;

/// <summary>Whether senders would get a policy from the policy host of a domain (RFC 8461 §3.3), whether any record announces one or not.</summary>
public sealed record PolicyHostReport
{
    /// <summary>The domain in A-label form without the root dot.</summary>
    public required string Domain { get; init; }

    /// <summary>
    /// The verdict: <see cref="Verdict.Pass"/> or <see cref="Verdict.Warning"/> where senders get the policy, <see cref="Verdict.Fail"/> where they do not,
    /// <see cref="Verdict.Indeterminate"/> where that could not be seen.
    /// </summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The policy host, <c>mta-sts.</c> and the domain: the name that its certificate must have as a DNS subject alternative name.</summary>
    public string Host => WellKnownNames.PolicyHostOf(Domain);

    /// <summary>The policy as far as it could be read; null where there is none.</summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>The certificate that was presented first; null where there was none.</summary>
    public CertificateFacts? Certificate { get; init; }

    /// <summary>Whether a record may be published now: the policy is served as senders demand.</summary>
    public bool IsReady => Verdict is Verdict.Pass or Verdict.Warning;

    /// <summary>Each address, and what came of fetching from it.</summary>
    public IReadOnlyList<PolicyFetch> Fetches => Observation.PolicyHost.Fetches;

    /// <summary>Everything the rules have to say, errors first.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Copy(value); } = ValueArray<Finding>.None;

    /// <summary>When the host was observed, UTC.</summary>
    public DateTimeOffset ObservedAt => Observation.ObservedAt;

    /// <summary>The facts that this report assesses.</summary>
    public required DomainObservation Observation { get; init; }

    /// <summary>Host and verdict; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Host)}: {Verdict}";
}
