namespace MtaStsTools.Aws.Route53;

/// <summary>A set of records of one name and type, its values as the service writes them.</summary>
internal sealed record Route53RecordSet
{
    /// <summary>The owner in lower case, without the final dot.</summary>
    public required string Name { get; init; }

    /// <summary>The type: <c>TXT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The time to live in seconds; null for one that the service makes up.</summary>
    public int? Ttl { get; init; }

    /// <summary>The values, octet for octet what a change must name to delete them.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What a set without values of its own stands for (an "alias" in the service's own sense); else null.</summary>
    public string? AliasTarget { get; init; }

    /// <summary>The name of one of several sets among which the service chooses for each question; null for the only one.</summary>
    public string? SetIdentifier { get; init; }
}
