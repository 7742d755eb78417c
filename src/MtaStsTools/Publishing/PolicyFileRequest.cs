using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>Which policy to serve for a domain.</summary>
public sealed record PolicyFileRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>The policy.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <summary>Goes on against what speaks against it; each Error becomes a Warning (MTASTS8008) that tells what was overridden.</summary>
    public bool Force { get; init; }
}
