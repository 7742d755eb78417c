namespace MtaStsTools.Publishing.Hosts;

/// <summary>The policy file of one domain, as a policy host stores it.</summary>
public sealed record StoredPolicy
{
    /// <summary>The policy domain in A-label form.</summary>
    public required string Domain { get; init; }

    /// <summary>Where the host keeps it, for people: a path, an object, a file of a repository. Never holds a secret.</summary>
    public required string Location { get; init; }

    /// <summary>The file, octet for octet; null where there is none. An array that is null converts to an empty file, which is something else.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>What the service calls this version (an ETag, the id of a blob), for the demand that it is still the same; null where it has no such thing.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the file is <paramref name="body"/>, octet for octet; null asks whether there is none.</summary>
    public bool Holds(ReadOnlyMemory<byte>? body) =>
        body is { } octets ? Body is { } stored && stored.Span.SequenceEqual(octets.Span) : Body is null;
}
