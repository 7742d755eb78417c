namespace MtaStsTools;

/// <summary>What became of one DNS question. Only <see cref="NoData"/> and <see cref="NameDoesNotExist"/> say that there is no record.</summary>
public enum DnsOutcome
{
    /// <summary>At least one record of the asked type.</summary>
    Answered,

    /// <summary>The name exists and has no record of that type.</summary>
    NoData,

    /// <summary>NXDOMAIN: neither the name nor anything under it exists (RFC 8020).</summary>
    NameDoesNotExist,

    /// <summary>SERVFAIL.</summary>
    ServerFailure,

    /// <summary>REFUSED.</summary>
    Refused,

    /// <summary>No answer within the time limit.</summary>
    Timeout,

    /// <summary>The CNAME records lead in a circle, or further than is followed.</summary>
    AliasLoop,

    /// <summary>Any other failure: a malformed answer, an unreachable server, another response code.</summary>
    Failed,

    /// <summary>The question was not asked.</summary>
    NotAsked,
}
