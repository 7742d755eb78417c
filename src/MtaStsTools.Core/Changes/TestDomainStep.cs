namespace MtaStsTools;

/// <summary>The whole domain is tested as senders meet it: record, policy and MX hosts.</summary>
public sealed record TestDomainStep : IChangeStep
{
    /// <inheritdoc/>
    public required string Domain { get; init; }

    /// <summary>The policy that senders should find; null where the domain should have none.</summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>The id of the record that senders should find; null where there should be none.</summary>
    public string? Id { get; init; }

    /// <inheritdoc/>
    /// <remarks>Nobody: nothing is changed. The domain is asked.</remarks>
    public string Provider => Domain;

    /// <inheritdoc/>
    public string Reason => "What senders meet is what counts.";

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool IsEmpty => true;

    /// <inheritdoc/>
    public string Precondition => "What was to be changed is changed.";

    /// <inheritdoc/>
    public string Action => $"Record, policy and MX hosts of {Domain} are observed and assessed.";

    /// <inheritdoc/>
    public string Verification => Policy is null ? "The domain has no MTA-STS record." : "Nothing of it is an Error.";

    /// <summary>The step on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Domain}: the domain is tested. {Reason}");
}
