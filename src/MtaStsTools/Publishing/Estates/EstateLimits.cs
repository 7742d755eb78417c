namespace MtaStsTools.Publishing.Estates;

/// <summary>How much of an estate one plan may touch before somebody has to say that it is meant.</summary>
public sealed record EstateLimits
{
    /// <summary>The largest share of the domains whose existing MTA-STS one plan may change or remove, from 0 to 1. Domains that get it for the first time do not count.</summary>
    public double MaxChangeShare { get; init; } = 0.25;

    /// <summary>The largest share of the domains whose MTA-STS one plan may remove, from 0 to 1.</summary>
    public double MaxRemovalShare { get; init; } = 0.1;

    /// <summary>In an estate of fewer domains than this nothing is limited: a share of a handful says nothing.</summary>
    public int LeastDomains { get; init; } = 10;
}
