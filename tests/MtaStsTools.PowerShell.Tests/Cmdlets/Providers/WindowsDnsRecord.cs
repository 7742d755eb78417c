namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A record that the double of a DNS server of Windows keeps.</summary>
public sealed record WindowsDnsRecord
{
    public required string Zone { get; init; }

    /// <summary>Relative to the zone, <c>@</c> for the zone itself.</summary>
    public required string HostName { get; init; }

    public required string Type { get; init; }

    public required TimeSpan Ttl { get; init; }

    /// <summary>The strings of a TXT record, or the one target of another.</summary>
    public required IReadOnlyList<string> Strings { get; init; }
}
