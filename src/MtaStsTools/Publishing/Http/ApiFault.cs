namespace MtaStsTools.Publishing.Http;

/// <summary>Why a request has no answer.</summary>
internal enum ApiFault
{
    None,

    /// <summary>The name has no address, or nobody takes the connection; the request was not sent.</summary>
    NotConnected,

    /// <summary>The certificate or the protocol of the service is not acceptable; the request was not sent.</summary>
    NotSecure,

    /// <summary>The connection broke after the request may have been sent.</summary>
    Broken,

    Timeout,

    /// <summary>The answer is longer than what is read.</summary>
    TooLong,
}
