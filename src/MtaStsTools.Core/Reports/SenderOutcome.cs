namespace MtaStsTools;

/// <summary>What the strictest conforming sender that enforces the policy does with a host, be it one with DANE or one without.</summary>
public enum SenderOutcome
{
    /// <summary>It delivers.</summary>
    Deliver,

    /// <summary>It refuses the host; the report's findings say why.</summary>
    Refuse,

    /// <summary>Not known: the host could not be reached from here or was not asked, or senders with DANE put off their mail because its TLSA lookup fails.</summary>
    Unknown,
}
