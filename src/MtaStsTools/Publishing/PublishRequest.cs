using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>What to announce for a domain.</summary>
public sealed record PublishRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>
    /// The policy to announce. Where no <see cref="Id"/> is given, the id is derived from it (see <see cref="PolicyId"/>): the record stays as it is
    /// while it announces this policy, and gets a new id when it announces another or does not say.
    /// </summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>The id to announce, 1 to 32 letters or digits; null: derived from <see cref="Policy"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The time to live of the record; null: that of the records that are there, else <see cref="MtaStsRecordPublisherOptions.DefaultTtl"/>.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>
    /// The domain as it was observed just before, policy host and MX hosts included: what the record would announce. Null: nothing is checked,
    /// and the caller answers for the order of change (RFC 8461 §8.1).
    /// </summary>
    public DomainReport? Report { get; init; }

    /// <summary>Goes on against what the report says; each Error becomes a Warning (MTASTS8008) that tells what was overridden.</summary>
    public bool Force { get; init; }
}
