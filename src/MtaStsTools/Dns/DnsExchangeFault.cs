namespace MtaStsTools.Dns;

/// <summary>Why an exchange gave no answer that can be believed.</summary>
internal enum DnsExchangeFault
{
    None,

    /// <summary>The server's name has no address.</summary>
    ServerNotFound,

    /// <summary>No connection, or it broke off.</summary>
    ConnectionFailed,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The octets that came are no DNS message.</summary>
    NotDns,

    /// <summary>The message is not the answer to the request.</summary>
    NotToRequest,

    /// <summary>The answer is cut off although it came over TCP.</summary>
    Truncated,

    /// <summary>The signature does not hold.</summary>
    BadSignature,

    /// <summary>The server rejects the request's signature.</summary>
    TsigError,
}
