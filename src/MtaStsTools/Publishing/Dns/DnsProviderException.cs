namespace MtaStsTools.Publishing.Dns;

/// <summary>A provider could not be read or changed. <see cref="Kind"/> says why, the message says it in a sentence, <see cref="Remedy"/> what to do.</summary>
public sealed class DnsProviderException : Exception
{
    /// <summary>An error with its sentence and its remedy.</summary>
    public DnsProviderException(DnsProviderErrorKind kind, string message, string remedy, Exception? innerException = null)
        : base(message, innerException) => (Kind, Remedy) = (kind, remedy);

    /// <summary>Why.</summary>
    public DnsProviderErrorKind Kind { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; }

    /// <summary>What the service itself calls it: an RCODE (<c>REFUSED</c>), a TSIG error (<c>BADKEY</c>), an HTTP status (<c>403</c>). Null where no answer came.</summary>
    public string? Detail { get; init; }

    /// <summary>The server that it is about, with its port; null where there is none.</summary>
    public string? Server { get; init; }

    /// <summary>Whether the change may have been made all the same: it was sent, and no answer came back that can be believed. Look at the record before trying again.</summary>
    public bool MayHaveChanged { get; init; }

    /// <summary>
    /// Whether what the error says surely comes from the provider: the answer was signed, or came over TLS. False where no answer came, and where the
    /// error is only what somebody on the way claims.
    /// </summary>
    public bool IsAuthenticated { get; init; }
}
