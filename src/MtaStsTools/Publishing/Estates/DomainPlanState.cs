namespace MtaStsTools.Publishing.Estates;

/// <summary>What planning one domain of an estate came to.</summary>
public enum DomainPlanState
{
    /// <summary>There is nothing to write.</summary>
    InOrder,

    /// <summary>There is something to write.</summary>
    Changes,

    /// <summary>There is something to write, and its time has not come (RFC 8461 §8.3).</summary>
    Waiting,

    /// <summary>There is something to write, and a finding forbids it.</summary>
    Refused,

    /// <summary>It could not be found out.</summary>
    Failed,
}
