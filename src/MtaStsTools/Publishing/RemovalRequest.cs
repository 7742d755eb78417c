using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>Whose record to remove.</summary>
public sealed record RemovalRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The domain as it was observed just before; null where it was not.</summary>
    public DomainReport? Report { get; init; }
}
