using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools;

/// <summary>How a <see cref="MtaStsPublisher"/> works.</summary>
public sealed record MtaStsPublisherOptions
{
    /// <summary>How records are changed and read back, and the clock.</summary>
    public MtaStsRecordPublisherOptions Records { get; init; } = new();

    /// <summary>
    /// How long to wait until every address of the policy host serves the policy, as long as the host answers; at most a day. What the host itself says that
    /// a change takes is added. Zero: it is looked at once.
    /// </summary>
    public TimeSpan FetchTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause between two looks at the policy host.</summary>
    public TimeSpan FetchInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The same options, which wait as much longer as the host says that a change takes.</summary>
    internal MtaStsPublisherOptions WithPatienceFor(IPolicyHost host) =>
        FetchTimeLimit == TimeSpan.Zero ? this : this with { FetchTimeLimit = FetchTimeLimit + host.Capabilities.Propagation };
}
