using System.Text;

namespace MtaStsTools;

/// <summary>
/// What publishing or removing an MTA-STS record would change, worked out before anything is written. The steps name every TXT value of the
/// record name as it was seen, so that applying the plan can demand that nothing else has changed meanwhile.
/// </summary>
public sealed record ChangePlan
{
    /// <summary>The policy domain in A-label form.</summary>
    public required string Domain { get; init; }

    /// <summary>The owner name of the record: <c>_mta-sts.</c> and the domain.</summary>
    public required string RecordName { get; init; }

    /// <summary>The zone that holds the record name.</summary>
    public required string Zone { get; init; }

    /// <summary>Who would make the change, for instance <c>dynamic update at ns1.example.com:53</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>One sentence: why there is something to change, or why there is not.</summary>
    public required string Reason { get; init; }

    /// <summary>Every TXT value of the record name and what becomes of it.</summary>
    public IReadOnlyList<ChangeStep> Steps { get; init; } = [];

    /// <summary>The record that senders see now; null where there is none that is valid and alone.</summary>
    public MtaStsRecord? Before { get; init; }

    /// <summary>The record that senders will see; null after a removal.</summary>
    public MtaStsRecord? After { get; init; }

    /// <summary>What speaks against the change. An Error refuses it; a Warning is for the reader to weigh.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => Steps.All(step => step.Kind == ChangeKind.Keep);

    /// <summary>A finding is an Error, so the plan will not be applied.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The plan as a diff under its reason.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(RecordName).Append(" in the zone ").Append(Zone).Append(", ").Append(Provider).Append(": ").Append(Reason);
        foreach (var step in Steps)
            text.Append('\n').Append(step);
        foreach (var finding in Findings)
            text.Append('\n').Append(finding);
        return text.ToString();
    }
}
