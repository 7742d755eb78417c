using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>A provider with one zone, and a way to what it keeps that goes past it.</summary>
public sealed record ProviderUnderTest
{
    public required IDnsRecordProvider Provider { get; init; }

    /// <summary>A zone of the provider's, the deepest that holds <see cref="RecordName"/>.</summary>
    public required string Zone { get; init; }

    /// <summary>Reads what the zone really has.</summary>
    public required Func<Task<IReadOnlyList<string>>> ReadAsync { get; init; }

    /// <summary>Puts values there, as somebody else would.</summary>
    public required Func<string[], Task> WriteAsync { get; init; }

    /// <summary>Makes the name an alias, as somebody else would.</summary>
    public required Func<string, Task> WriteAliasAsync { get; init; }

    public string RecordName => "_mta-sts." + Zone;
}
