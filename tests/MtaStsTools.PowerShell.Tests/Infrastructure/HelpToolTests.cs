using System.Diagnostics;
using System.Reflection;
using MtaStsTools.PowerShell.Tests.Cmdlets;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>The build's own tool, on a machine that has other modules than ours.</summary>
public sealed class HelpToolTests
{
    [Fact]
    public async Task A_module_on_the_path_whose_cmdlets_are_not_loaded_does_not_disturb_the_help()
    {
        using var modules = new TemporaryFolder();
        using var help = new TemporaryFolder();
        var other = Directory.CreateDirectory(Path.Combine(modules.FullName, "Other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "Other.psd1"), """
            @{ ModuleVersion = '1.0'; RootModule = 'Other.dll'; CmdletsToExport = 'Get-Other', 'Get-MtaStsRule' }
            """, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", [Tool(), Cmdlets(), Path.Combine(BuiltModule.Repository, "module", "docs"), help.FullName])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["PSModulePath"] = modules.FullName;

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(BuiltModule.Folder, "en-US", "MtaStsTools.PowerShell.dll-Help.xml"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(help.FullName, "MtaStsTools.PowerShell.dll-Help.xml"), TestContext.Current.CancellationToken));
    }

    private static string Tool() =>
        typeof(HelpToolTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "HelpTool").Value!;

    private static string Cmdlets() => Path.Combine(BuiltModule.Folder, "bin", "net8.0", "MtaStsTools.PowerShell.dll");
}
