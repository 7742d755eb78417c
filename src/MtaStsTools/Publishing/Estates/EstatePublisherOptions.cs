namespace MtaStsTools.Publishing.Estates;

/// <summary>How an <see cref="EstatePublisher"/> works.</summary>
public sealed record EstatePublisherOptions
{
    /// <summary>How each domain is changed.</summary>
    public MtaStsPublisherOptions Publisher { get; init; } = new();

    /// <summary>How many domains are worked on at once; at least 1.</summary>
    public int ThrottleLimit { get; init; } = 16;

    /// <summary>How much one plan may touch.</summary>
    public EstateLimits Limits { get; init; } = new();
}
