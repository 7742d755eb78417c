namespace MtaStsTools;

/// <summary>How a presented chain fared against the trusted roots; dates and names are assessed apart from it.</summary>
public enum ChainStatus
{
    /// <summary>It chains to a trusted root.</summary>
    Trusted,

    /// <summary>It ends in a root that is not trusted.</summary>
    UntrustedRoot,

    /// <summary>An issuer is missing: usually an intermediate that the server does not send.</summary>
    Incomplete,

    /// <summary>The certificate is its own issuer and not a trusted root.</summary>
    SelfSigned,

    /// <summary>Another reason, given in words: a bad signature, a revoked certificate, a usage that does not fit.</summary>
    Invalid,
}
