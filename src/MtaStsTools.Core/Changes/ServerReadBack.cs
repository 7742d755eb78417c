namespace MtaStsTools;

/// <summary>One address of one authoritative server after a change.</summary>
public sealed record ServerReadBack
{
    /// <summary>The server's name, or its address where it has no name.</summary>
    public required string Server { get; init; }

    /// <summary>The address that was asked; null where there was none.</summary>
    public string? Address { get; init; }

    /// <summary>What it says.</summary>
    public required ServerAgreement Agreement { get; init; }

    /// <summary>The MTA-STS records in its last answer, safe to display.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>Why there is no answer, or why it was not asked. Safe to display.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// Whether it has the change, and a wildcard of the zone makes up the <see cref="Records"/> that it gives all the same (RFC 4592 §2.2.1):
    /// what may be left for senders to see after a removal.
    /// </summary>
    public bool AnswersFromWildcard { get; init; }

    /// <summary>It was asked and does not have the change.</summary>
    public bool IsBehind => Agreement is ServerAgreement.Differs or ServerAgreement.NoAnswer;

    /// <summary>Server, address and agreement on one line.</summary>
    public override string ToString() => SafeLine.Of($"{Server}{(Address is null || string.Equals(Address, Server, StringComparison.Ordinal) ? "" : $" ({Address})")}: {Agreement}{(AnswersFromWildcard ? ", though a wildcard answers" : "")}{(Detail is null ? "" : $" ({Detail})")}");
}
