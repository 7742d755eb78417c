namespace MtaStsTools;

/// <summary>Which policy to serve and to announce for many domains by one record (RFC 8461 §8.2).</summary>
public sealed record DelegatedPublishRequest
{
    /// <summary>The domain whose record all share: at <c>_mta-sts.</c> and its name the record is, at <c>mta-sts.</c> and its name the policy host.</summary>
    public required string DelegateTo { get; init; }

    /// <summary>The domains that share it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The policy of all.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <summary>The id to announce, 1 to 32 letters or digits; null: derived from <see cref="Policy"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The time to live of the record; null: that of the records that are there, else the publisher's default.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Goes on against what speaks against it; each Error becomes a Warning (MTASTS8008) that tells what was overridden.</summary>
    public bool Force { get; init; }
}
