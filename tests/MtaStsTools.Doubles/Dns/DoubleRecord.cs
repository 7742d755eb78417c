namespace MtaStsTools.Doubles.Dns;

/// <summary>A record that a service keeps.</summary>
public sealed record DoubleRecord
{
    /// <summary>What the service calls it.</summary>
    public required string Id { get; init; }

    /// <summary>The zone, without the final dot.</summary>
    public required string Zone { get; init; }

    /// <summary>The owner, without the final dot.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string Content { get; init; }

    public int Ttl { get; init; } = 3600;

    /// <summary>It is kept and not served.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>A note that the service keeps with it.</summary>
    public string? Comment { get; init; }

    public bool Is(string name, string type) => Type == type && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
