using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>Which TLSRPT record to publish for a domain (RFC 8460 §3).</summary>
public sealed record TlsRptPublishRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The record: where reports go.</summary>
    public required TlsRptRecord Record { get; init; }

    /// <summary>The time to live of the record; null: that of the records that are there, else <see cref="MtaStsRecordPublisherOptions.DefaultTtl"/>.</summary>
    public TimeSpan? Ttl { get; init; }
}
