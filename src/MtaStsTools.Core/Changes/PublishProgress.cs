namespace MtaStsTools;

/// <summary>How far a change has got.</summary>
public sealed record PublishProgress
{
    /// <summary>The record, host or domain name that it is about.</summary>
    public required string RecordName { get; init; }

    /// <summary>The stage.</summary>
    public required PublishStage Stage { get; init; }

    /// <summary>What is going on, in a few words.</summary>
    public required string Message { get; init; }

    /// <summary>Servers that have the change, while reading back or fetching.</summary>
    public int ServersAgreeing { get; init; }

    /// <summary>Servers that are asked, while reading back or fetching.</summary>
    public int ServersAsked { get; init; }

    /// <summary>Time spent reading back.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The longest that reading back may last.</summary>
    public TimeSpan TimeLimit { get; init; }
}
