using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools.Publishing.RecordCode;

/// <summary>The records of a domain that are to be written as code: one or both.</summary>
public sealed record DomainRecords
{
    /// <summary>The mail domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The zone that holds the records, which is the domain or above it; null: the domain.</summary>
    public string? Zone { get; init; }

    /// <summary>The record at <c>_mta-sts.</c> and the domain; null: none is written.</summary>
    public MtaStsRecord? MtaSts { get; init; }

    /// <summary>The record at <c>_smtp._tls.</c> and the domain; null: none is written.</summary>
    public TlsRptRecord? TlsRpt { get; init; }

    /// <summary>The time to live of both, in whole seconds.</summary>
    public TimeSpan Ttl { get; init; } = TimeSpan.FromHours(1);
}
