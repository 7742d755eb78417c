namespace MtaStsTools.Publishing.Drift;

/// <summary>In what a domain, as senders meet it, is not what it shall be.</summary>
public enum DifferenceKind
{
    /// <summary>It could not be looked at, so that nothing is known of it.</summary>
    NotObserved,

    /// <summary>There is no MTA-STS record.</summary>
    RecordMissing,

    /// <summary>There are MTA-STS records, and none that senders can use: several, or one that is not valid.</summary>
    RecordUnusable,

    /// <summary>The record announces another policy.</summary>
    RecordStale,

    /// <summary>The id of the record does not say which policy it announces.</summary>
    RecordUnproven,

    /// <summary>There is a record where there shall be none.</summary>
    RecordUnexpected,

    /// <summary>An address of the policy host gives no policy that senders can use.</summary>
    PolicyUnavailable,

    /// <summary>An address of the policy host serves another policy.</summary>
    PolicyDiffers,

    /// <summary>A policy is served where there shall be none.</summary>
    PolicyUnexpected,

    /// <summary>The removal is under way: 'none' is served until its time has come (RFC 8461 §8.3).</summary>
    RemovalPending,

    /// <summary>There is no TLSRPT record that can be used.</summary>
    ReportingMissing,

    /// <summary>The TLSRPT record is another.</summary>
    ReportingDiffers,

    /// <summary>The alias is not led to the shared record (RFC 8461 §8.2).</summary>
    AliasNotAnnounced,
}
