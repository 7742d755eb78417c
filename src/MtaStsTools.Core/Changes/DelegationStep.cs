namespace MtaStsTools;

/// <summary>
/// An alias domain is looked at that shares the record and the policy of another (RFC 8461 §8.2), and it is said which record is still to be made. Nothing is
/// written: the alias's zone is often in other hands.
/// </summary>
public sealed record DelegationStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <summary>The domain whose record and policy host it shares.</summary>
    public required string DelegateTo { get; init; }

    /// <summary>The policy that senders should find at the alias's own policy host.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <inheritdoc/>
    /// <remarks>Nobody: nothing is changed. The domain is asked.</remarks>
    public string Provider => Domain;

    /// <summary>The record that announces the shared policy for the alias, as a line of a zone file (RFC 1035 §5.1).</summary>
    public string RecordLine => $"{WellKnownNames.RecordOf(Domain)}. IN CNAME {WellKnownNames.RecordOf(DelegateTo)}.";

    /// <summary>The record that leads senders to the shared policy host, as a line of a zone file; an address record that leads to the same server does as well.</summary>
    public string HostLine => $"{WellKnownNames.PolicyHostOf(Domain)}. IN CNAME {WellKnownNames.PolicyHostOf(DelegateTo)}.";

    /// <inheritdoc/>
    public string Reason => "An alias is announced by a record of its own zone, and only when its certificate is there.";

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool IsEmpty => true;

    /// <inheritdoc/>
    public string Precondition => $"The record of {DelegateTo} announces the policy.";

    /// <inheritdoc/>
    public string Action => $"The policy host of {Domain} and the delegation of its record are looked at.";

    /// <inheritdoc/>
    public string Verification => $"{WellKnownNames.PolicyHostOf(Domain)} serves the policy under a certificate of its own, and {RecordLine}";

    /// <summary>The step on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Domain}: its policy host and its delegation to {DelegateTo} are looked at. {Reason}");
}
