namespace MtaStsTools;

/// <summary>One step of a <see cref="ChangePlan"/>, harmless to repeat. Each kind of step is a type of its own.</summary>
public interface IChangeStep
{
    /// <summary>The policy domain in A-label form.</summary>
    string Domain { get; }

    /// <summary>Who would make the change, for instance <c>dynamic update at ns1.example.com:53</c>.</summary>
    string Provider { get; }

    /// <summary>One sentence: why there is something to change, or why there is not.</summary>
    string Reason { get; }

    /// <summary>What speaks against the step. An Error refuses it; a Warning is for the reader to weigh.</summary>
    IReadOnlyList<Finding> Findings { get; }

    /// <summary>Nothing would be written.</summary>
    bool IsEmpty { get; }

    /// <summary>One sentence: what must be true before the step is taken.</summary>
    string Precondition { get; }

    /// <summary>One sentence: what the step does.</summary>
    string Action { get; }

    /// <summary>One sentence: how it is checked that the step has worked.</summary>
    string Verification { get; }
}
