namespace MtaStsTools.Reporting.Summary;

/// <summary>How a <see cref="ChainLink"/> holds.</summary>
internal enum LinkState
{
    /// <summary>It holds.</summary>
    Good,

    /// <summary>It holds, and is weaker than intended.</summary>
    Weak,

    /// <summary>It does not hold.</summary>
    Broken,

    /// <summary>It could not be seen.</summary>
    Unknown,

    /// <summary>The domain does not have it.</summary>
    Absent,
}
