namespace MtaStsTools.Publishing.Estates;

/// <summary>What applying came to for one domain of an estate.</summary>
public enum DomainOutcome
{
    /// <summary>Nothing was written, and nothing had to be.</summary>
    Unchanged,

    /// <summary>What was to be written is written, and was seen.</summary>
    Changed,

    /// <summary>What may be written now is written; the rest waits for its time.</summary>
    Waiting,

    /// <summary>All is written, and a look at the end found an Error.</summary>
    NotVerified,

    /// <summary>Nothing was written, as a finding forbids it.</summary>
    Refused,

    /// <summary>It could not be planned, or a step failed or stopped; the next run carries on.</summary>
    Failed,
}
