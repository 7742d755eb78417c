namespace MtaStsTools.Assessment.Records;

/// <summary>Whether the domain is there and has MTA-STS at all.</summary>
internal enum Presence
{
    /// <summary>There is a record or a policy, good or bad.</summary>
    Configured,

    /// <summary>There is neither.</summary>
    NotConfigured,

    /// <summary>The domain itself does not exist.</summary>
    NoDomain,
}
