namespace MtaStsTools.Assessment;

/// <summary>What every part of the assessment looks at.</summary>
internal sealed record AssessmentContext(DomainObservation Observation, AssessmentOptions Options)
{
    /// <summary>The time that certificates are assessed by.</summary>
    public DateTimeOffset Now => Options.AsOf ?? Observation.ObservedAt;
}
