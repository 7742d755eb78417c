namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Script modules that stand in for those of others.</summary>
internal static class TestModules
{
    /// <summary>The module DnsServer of Windows.</summary>
    public static string DnsServer { get; } = Path.Combine(AppContext.BaseDirectory, "Modules", "DnsServer", "DnsServer.psd1");
}
