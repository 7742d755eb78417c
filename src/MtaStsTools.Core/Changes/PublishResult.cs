namespace MtaStsTools;

/// <summary>What applying a <see cref="ChangePlan"/> came to.</summary>
public sealed record PublishResult
{
    /// <summary>The policy domain in A-label form.</summary>
    public required string Domain { get; init; }

    /// <summary>The owner name of the record.</summary>
    public required string RecordName { get; init; }

    /// <summary>The zone that holds the record name.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether anything was written.</summary>
    public required bool Changed { get; init; }

    /// <summary>The record that senders saw before; null where there was none that was valid and alone.</summary>
    public MtaStsRecord? Before { get; init; }

    /// <summary>The record that was published; null after a removal.</summary>
    public MtaStsRecord? After { get; init; }

    /// <summary>The plan that was carried out.</summary>
    public required ChangePlan Plan { get; init; }

    /// <summary>What each authoritative server said when it was last asked; empty where nothing was written.</summary>
    public IReadOnlyList<ServerReadBack> Servers { get; init; } = [];

    /// <summary>Every server that could be asked has the change; true where nothing was to be written.</summary>
    public required bool AllAgree { get; init; }

    /// <summary>The plan's findings, what was overridden among them, and those of reading back.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>From the first request to the last answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The outcome on one line.</summary>
    public override string ToString() => !Changed
        ? $"{RecordName}: unchanged. {Plan.Reason}"
        : $"{RecordName}: {(After is null ? "removed" : After.ToString())} ({Servers.Count(server => server.Agreement == ServerAgreement.Agrees)} of {Servers.Count} servers agree)";
}
