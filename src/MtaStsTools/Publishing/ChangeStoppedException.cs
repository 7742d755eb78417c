namespace MtaStsTools;

/// <summary>
/// A step that looks at what the steps before it have brought about found that the plan must not go on, and the steps behind it were not begun.
/// <see cref="Result"/> tells the state of each; to make and apply a plan anew carries on from there.
/// </summary>
public sealed class ChangeStoppedException : Exception
{
    /// <summary>The stop that left a plan in the state of <paramref name="result"/>.</summary>
    public ChangeStoppedException(ChangeResult result, IReadOnlyList<Finding> findings)
        : base(string.Join(" ", findings.Select(finding => $"{finding.Id}: {finding.Message}"))) => (Result, Findings) = (result, findings);

    /// <summary>What each step came to.</summary>
    public ChangeResult Result { get; }

    /// <summary>Why the plan stopped: Errors.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
