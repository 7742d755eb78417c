namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A zone of the double of a DNS server of Windows.</summary>
public sealed record WindowsDnsZone(string ZoneName, string ZoneType = "Primary", bool IsReadOnly = false, bool IsPaused = false);
