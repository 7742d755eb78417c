namespace MtaStsTools.Publishing.Hosts;

/// <summary>A change of the policy file of one domain: put this body or remove the file, and only while what is stored is still what was read.</summary>
public sealed record PolicyFileChange
{
    /// <summary>What was stored when the change was worked out.</summary>
    public required StoredPolicy Expected { get; init; }

    /// <summary>The file to store, octet for octet (RFC 8461 §3.2: <c>text/plain</c>, lines that end with CRLF); null to remove it.</summary>
    public required ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The policy domain in A-label form.</summary>
    public string Domain => Expected.Domain;

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => Expected.Holds(Body);
}
