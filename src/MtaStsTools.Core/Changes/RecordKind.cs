namespace MtaStsTools;

/// <summary>Which of the records of a domain a change is about.</summary>
public enum RecordKind
{
    /// <summary>The record at <c>_mta-sts.</c> (RFC 8461 §3.1).</summary>
    MtaSts,

    /// <summary>The record at <c>_smtp._tls.</c> (RFC 8460 §3).</summary>
    TlsRpt,
}
