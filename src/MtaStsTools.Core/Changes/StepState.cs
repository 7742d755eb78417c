namespace MtaStsTools;

/// <summary>What has become of a step.</summary>
public enum StepState
{
    /// <summary>It was not begun.</summary>
    NotRun,

    /// <summary>There was nothing to write.</summary>
    Unchanged,

    /// <summary>It is done.</summary>
    Changed,

    /// <summary>It failed, and nothing was changed.</summary>
    Failed,

    /// <summary>It was begun, and whether it was done is not known: look before trying again.</summary>
    Unknown,

    /// <summary>It changes nothing, and what it looks at is as it should be.</summary>
    Verified,

    /// <summary>Its time has not come, and the steps behind it were not begun.</summary>
    Waiting,
}
