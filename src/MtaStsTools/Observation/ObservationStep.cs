namespace MtaStsTools;

/// <summary>One step of an observation as it begins, for those who want to follow along.</summary>
public sealed record ObservationStep
{
    /// <summary>The domain it is taken for; where several share its result, the first that asked.</summary>
    public required string Domain { get; init; }

    /// <summary>What is done, for instance <c>DNS: TXT _mta-sts.example.com</c>; safe to display.</summary>
    public required string Text { get; init; }
}
