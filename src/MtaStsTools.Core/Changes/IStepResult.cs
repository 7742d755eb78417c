namespace MtaStsTools;

/// <summary>What one step of a plan came to. Each kind of step has a type of its own.</summary>
public interface IStepResult
{
    /// <summary>The policy domain in A-label form.</summary>
    string Domain { get; }

    /// <summary>What has become of the step.</summary>
    StepState State { get; }

    /// <summary>Whether something was certainly written.</summary>
    bool Changed { get; }

    /// <summary>The step has come to what was planned, and all who were asked say so.</summary>
    bool AllAgree { get; }

    /// <summary>The step's findings, what was overridden among them, and those of verifying it.</summary>
    IReadOnlyList<Finding> Findings { get; }

    /// <summary>From the first request to the last answer.</summary>
    TimeSpan Duration { get; }
}
