namespace MtaStsTools;

/// <summary>What senders do with a host that the policy does not allow (RFC 8461 §5).</summary>
public enum MtaStsMode
{
    /// <summary>As if there were no policy; the way out of MTA-STS (RFC 8461 §8.3).</summary>
    None,

    /// <summary>Mail is delivered all the same, and failures are reported.</summary>
    Testing,

    /// <summary>Mail is not delivered.</summary>
    Enforce,
}
