using System.Management.Automation;

namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>A zone as <c>Get-DnsServerZone</c> shows it.</summary>
internal sealed record DnsServerZone
{
    public required string Name { get; init; }

    /// <summary><c>Primary</c>, <c>Secondary</c>, <c>Stub</c> or <c>Forwarder</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A domain controller that may only read has a copy.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The server does not answer for it at present.</summary>
    public bool IsPaused { get; init; }

    public static DnsServerZone Read(PSObject item) => new()
    {
        Name = $"{DnsServerCmdlets.Member(item, "ZoneName")}",
        Type = $"{DnsServerCmdlets.Member(item, "ZoneType")}",
        IsReadOnly = Is(item, "IsReadOnly"),
        IsPaused = Is(item, "IsPaused") || Is(item, "IsShutdown"),
    };

    private static bool Is(PSObject item, string name) => DnsServerCmdlets.Member(item, name) is true;
}
