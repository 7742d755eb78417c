namespace MtaStsTools;

/// <summary>How observations are assessed.</summary>
public sealed record AssessmentOptions
{
    /// <summary>The default: nothing changed.</summary>
    public static AssessmentOptions Default { get; } = new();

    /// <summary>From where on a lifetime of the policy is worth a warning.</summary>
    public PolicyAdvice Advice { get; init; } = PolicyAdvice.Default;

    /// <summary>
    /// How long before its end a certificate is worth a warning; 14 days. A certificate that lives for less than three times as long
    /// is worth it in the last third of its life, so that one of six days is not always about to end.
    /// </summary>
    public TimeSpan CertificateExpiryWarning { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The time to assess certificates by; null means the time of the observation, so that a saved one is assessed as it was seen.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>
    /// Whether port 25 is known to be open where the observation was made, for instance because another domain of the run was reached
    /// (<see cref="Port25Watch"/>). An MX that does not answer is then a matter of that host.
    /// </summary>
    public bool Port25IsOpen { get; init; }
}
