namespace MtaStsTools.Publishing.Hosts;

/// <summary>What a policy host can promise. The defaults promise nothing.</summary>
public sealed record PolicyHostCapabilities
{
    /// <summary>
    /// A change is refused by the service itself when the file is no longer the one that was read, with nothing in between. Without it the file is read once
    /// more just before the change.
    /// </summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whoever fetches the file while it changes gets the old one or the new one, never a part.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>The file of before is kept by the host, so that it can be brought back there.</summary>
    public bool KeepsPrevious { get; init; }

    /// <summary>How long the change may take, by the service's own word, until everybody is served the new file.</summary>
    public TimeSpan Propagation { get; init; }
}
