using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Estates;

/// <summary>What one domain of an estate shall be like, and by what it is changed.</summary>
public sealed record DesiredDomain
{
    /// <summary>The policy domain.</summary>
    public required string Domain { get; init; }

    /// <summary>The policy to serve and to announce; null: the domain shall have no MTA-STS, and what it has is removed in stages (RFC 8461 §8.3).</summary>
    public MtaStsPolicy? Policy { get; init; }

    /// <summary>The TLSRPT record to publish (RFC 8460 §3); null: what is there is left alone.</summary>
    public TlsRptRecord? TlsReporting { get; init; }

    /// <summary>The time to live of the records; null: that of the records that are there, else the publisher's default.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>The domains that share its record and policy (RFC 8461 §8.2); they are served, and looked at, but not announced.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What changes its records. Domains whose provider is the same object share what is known of it: that it is down, for instance.</summary>
    public required IDnsRecordProvider Provider { get; init; }

    /// <summary>Where its policy file is stored. Domains whose host is the same object have their files written one after the other.</summary>
    public required IPolicyHost Host { get; init; }
}
