namespace MtaStsTools;

/// <summary>How much a <see cref="Finding"/> matters to the mail of a domain.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Senders disagree, or the protection is weaker than intended.</summary>
    Warning,

    /// <summary>A conforming sender will not use this, or will refuse or lose mail because of it.</summary>
    Error,
}
