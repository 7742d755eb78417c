using System.Management.Automation;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>The script blocks of a policy host.</summary>
internal sealed record ScriptBlockHostOptions
{
    /// <summary>Writes the policy file of the domain in <c>$_</c>.</summary>
    public required ScriptBlock Read { get; init; }

    /// <summary>Stores the file in <c>$_</c>.</summary>
    public required ScriptBlock Write { get; init; }

    /// <summary>Removes the file of the domain in <c>$_</c>.</summary>
    public required ScriptBlock Remove { get; init; }

    /// <summary>What the name of a policy host has to be a CNAME of; null where that is not known.</summary>
    public string? Target { get; init; }
}
