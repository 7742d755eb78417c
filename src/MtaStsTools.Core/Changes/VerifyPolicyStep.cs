namespace MtaStsTools;

/// <summary>The policy is fetched as a sender fetches it, from every address of the policy host, and compared (RFC 8461 §8.1). Nothing behind this step is done before it holds.</summary>
public sealed record VerifyPolicyStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <summary>The policy that every address has to serve.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <inheritdoc/>
    /// <remarks>Nobody: nothing is changed. The policy host is asked.</remarks>
    public string Provider => Host;

    /// <summary>The policy host, <c>mta-sts.</c> and the domain.</summary>
    public string Host => WellKnownNames.PolicyHostOf(Domain);

    /// <inheritdoc/>
    public string Reason => "Senders must find the policy before a record announces it.";

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Go on where this step finds what would stop mail or the policy: each Error becomes a Warning (MTASTS8008).</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    public bool IsEmpty => true;

    /// <inheritdoc/>
    public string Precondition => $"{Host} has an address, and a certificate for its name.";

    /// <inheritdoc/>
    public string Action => $"https://{Host}{WellKnownNames.PolicyPath} is fetched from every address as senders fetch it, and compared.";

    /// <inheritdoc/>
    public string Verification => $"Every address that can be reached serves the policy{(Policy.Mode == MtaStsMode.Enforce ? ", and no MX host would be refused under it" : "")}.";

    /// <summary>The step on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Host}: the policy is fetched from every address and compared. {Reason}");
}
