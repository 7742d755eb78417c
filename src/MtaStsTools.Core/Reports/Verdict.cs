namespace MtaStsTools;

/// <summary>The verdict on a domain, worst first where several fit.</summary>
public enum Verdict
{
    /// <summary>Everything fits.</summary>
    Pass,

    /// <summary>It works, and something is weaker than intended or could not be seen.</summary>
    Warning,

    /// <summary>Senders will not use the policy, or will refuse or lose mail because of it.</summary>
    Fail,

    /// <summary>The domain has no MTA-STS.</summary>
    NotConfigured,

    /// <summary>DNS did not give a certain answer, so there is no verdict.</summary>
    Indeterminate,
}
