using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>Which policy to serve and to announce for a domain.</summary>
public sealed record PolicyPublishRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The policy. The record keeps its id as long as it announces this policy already (see <see cref="PolicyId"/>).</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <summary>The id to announce, 1 to 32 letters or digits; null: derived from <see cref="Policy"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The time to live of the record; null: that of the records that are there, else the publisher's default.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Goes on against what speaks against it; each Error becomes a Warning (MTASTS8008) that tells what was overridden.</summary>
    public bool Force { get; init; }
}
