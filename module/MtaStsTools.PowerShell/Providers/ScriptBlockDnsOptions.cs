using System.Management.Automation;
using MtaStsTools.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>The script blocks of a provider, and the zone that they are for.</summary>
internal sealed record ScriptBlockDnsOptions
{
    public required string Zone { get; init; }

    /// <summary>Writes the TXT records of the name in <c>$_</c>.</summary>
    public required ScriptBlock Read { get; init; }

    /// <summary>Adds the record in <c>$_</c>.</summary>
    public required ScriptBlock Add { get; init; }

    /// <summary>Removes the record in <c>$_</c>.</summary>
    public required ScriptBlock Remove { get; init; }

    /// <summary>Whom to ask for the servers of the zone.</summary>
    public DnsResolverOptions Resolver { get; init; } = new();
}
