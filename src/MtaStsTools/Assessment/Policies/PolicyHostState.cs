namespace MtaStsTools.Assessment.Policies;

/// <summary>Where the policy host is, by its DNS.</summary>
internal enum PolicyHostState
{
    /// <summary>It has an address.</summary>
    Found,

    /// <summary>The name does not exist, and is no alias.</summary>
    Absent,

    /// <summary>The name exists and leads nowhere.</summary>
    Broken,

    /// <summary>DNS did not say.</summary>
    Indeterminate,
}
