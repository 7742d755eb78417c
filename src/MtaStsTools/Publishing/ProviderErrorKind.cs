namespace MtaStsTools.Publishing;

/// <summary>Why a DNS provider or a policy host could not be read or was not changed: the same for all, so that callers can act on it. What the service itself says is the detail.</summary>
public enum ProviderErrorKind
{
    /// <summary>The provider does not accept who asks: an unknown key, a wrong secret, a clock that is off.</summary>
    Unauthorized,

    /// <summary>The provider knows who asks and does not permit it.</summary>
    Forbidden,

    /// <summary>The provider has nothing that holds the name (no zone, site, repository or container), or no longer.</summary>
    NotFound,

    /// <summary>What is there is no longer what was read: somebody else changed it. Nothing was changed; plan again.</summary>
    Conflict,

    /// <summary>Too many requests; later the same request may succeed.</summary>
    RateLimited,

    /// <summary>The provider cannot be reached or cannot do it now.</summary>
    Unavailable,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The provider does not take such a request, today or later: what was asked for must change.</summary>
    InvalidRequest,

    /// <summary>What came back is no answer that can be believed: not in the protocol, or not surely from the provider.</summary>
    MalformedAnswer,
}
