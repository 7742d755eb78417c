namespace MtaStsTools.Publishing.Dns;

/// <summary>What a provider can promise. The defaults promise nothing.</summary>
public sealed record DnsProviderCapabilities
{
    /// <summary>
    /// A change is refused by the service itself when the records are no longer those that were read, with nothing in between. Without it they are read
    /// once more just before the change.
    /// </summary>
    public bool IsGuarded { get; init; }

    /// <summary>A change is made as a whole or not at all. Without it, what broke off half-way may have been changed.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>Records are read where they are changed, past every cache. Without it, what the provider reads is no proof that a change is made.</summary>
    public bool ReadsAtSource { get; init; }

    /// <summary>The least time to live that the service takes.</summary>
    public TimeSpan LeastTtl { get; init; }

    /// <summary>How many requests the service takes in a minute; null where it sets no limit.</summary>
    public int? RequestsPerMinute { get; init; }
}
