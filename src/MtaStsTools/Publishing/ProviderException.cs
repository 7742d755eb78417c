namespace MtaStsTools.Publishing;

/// <summary>
/// A DNS provider or a policy host could not be read or changed. <see cref="Kind"/> says why, the message says it in a sentence, <see cref="Remedy"/> what to
/// do. Neither holds a secret, or text of a stranger that is not escaped.
/// </summary>
public abstract class ProviderException : Exception
{
    private protected ProviderException(ProviderErrorKind kind, string message, string remedy, Exception? innerException)
        : base(message, innerException) => (Kind, Remedy) = (kind, remedy);

    /// <summary>Why.</summary>
    public ProviderErrorKind Kind { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; }

    /// <summary>What the service itself calls it: an RCODE (<c>REFUSED</c>), a TSIG error (<c>BADKEY</c>), an HTTP status (<c>403</c>). Null where no answer came.</summary>
    public string? Detail { get; init; }

    /// <summary>The server that it is about, with its port; null where there is none.</summary>
    public string? Server { get; init; }

    /// <summary>Whether the change may have been made all the same: it was sent, and no answer came back that can be believed. Look before trying again.</summary>
    public bool MayHaveChanged { get; init; }

    /// <summary>
    /// Whether what the error says surely comes from the provider: the answer was signed, or came over TLS. False where no answer came, and where the
    /// error is only what somebody on the way claims.
    /// </summary>
    public bool IsAuthenticated { get; init; }
}
