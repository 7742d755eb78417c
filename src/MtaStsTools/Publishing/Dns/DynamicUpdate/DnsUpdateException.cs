namespace MtaStsTools.Publishing.Dns;

/// <summary>A DNS server could not be read or changed. <see cref="Error"/> says why, the message says it in a sentence, <see cref="Remedy"/> what to do.</summary>
public sealed class DnsUpdateException : Exception
{
    /// <summary>An error with its sentence and its remedy.</summary>
    public DnsUpdateException(DnsUpdateError error, string message, string remedy, string? server = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = error;
        Remedy = remedy;
        Server = server;
    }

    /// <summary>Why.</summary>
    public DnsUpdateError Error { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; }

    /// <summary>The server that it is about, with its port.</summary>
    public string? Server { get; }

    /// <summary>Whether the change may have been made all the same: it was sent, and no answer came back that can be believed. Look at the record before trying again.</summary>
    public bool MayHaveChanged { get; init; }

    /// <summary>
    /// Whether the server signed the answer that says so. False for errors that no answer carries, and for an unsigned answer to a signed request:
    /// then the error is only what somebody on the way claims.
    /// </summary>
    public bool IsAuthenticated { get; init; }
}
