using System.Collections;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>Which plugin of Posh-ACME to use, and with what.</summary>
internal sealed record PoshAcmeDnsOptions
{
    public required string Plugin { get; init; }

    /// <summary>The arguments of the plugin, many of them secret. Never shown.</summary>
    public Hashtable PluginArgs { get; init; } = [];

    /// <summary>The main domain of the order whose saved arguments are used as well; null: none.</summary>
    public string? SavedFor { get; init; }

    /// <summary>Where the records are read.</summary>
    public AuthoritativeRecordsOptions Reading { get; init; } = new();

    // The members of a record are its text; these hold secrets.
    public override string ToString() => $"Posh-ACME plugin {Plugin}";
}
