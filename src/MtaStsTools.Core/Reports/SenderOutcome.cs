namespace MtaStsTools;

/// <summary>What a sender that enforces the policy does with a host.</summary>
public enum SenderOutcome
{
    /// <summary>It delivers.</summary>
    Deliver,

    /// <summary>It refuses the host; the report's findings say why.</summary>
    Refuse,

    /// <summary>Not known: the host could not be reached from here, or was not asked.</summary>
    Unknown,
}
