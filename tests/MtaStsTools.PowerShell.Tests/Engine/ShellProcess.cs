using System.Diagnostics;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>Runs the real pwsh, a tool of this repository: for exit codes, real streams, and processes that other modules were in first.</summary>
internal static class ShellProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Runs a command with the built module imported.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunWithModuleAsync(string command) =>
        RunAsync("-Command", $"Import-Module '{BuiltModule.ManifestPath}' -ErrorAction Stop\n{command}");

    /// <summary>Runs pwsh with arguments of its own.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["pwsh", "-NoProfile", "-NonInteractive", .. arguments])
        {
            // A tool is found from the folder of its manifest.
            WorkingDirectory = BuiltModule.Repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"pwsh did not end within {Patience}: {string.Join(' ', arguments)}", exception);
        }

        return (process.ExitCode, Normalize(await output), Normalize(await error));
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
