namespace MtaStsTools;

/// <summary>What an authoritative server says about a change.</summary>
public enum ServerAgreement
{
    /// <summary>It has the change.</summary>
    Agrees,

    /// <summary>It answers with something else: it has not caught up, or serves another zone.</summary>
    Differs,

    /// <summary>It gives no usable answer.</summary>
    NoAnswer,

    /// <summary>It was not asked: no address, or one that must not be contacted.</summary>
    NotAsked,
}
