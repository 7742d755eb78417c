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
}
