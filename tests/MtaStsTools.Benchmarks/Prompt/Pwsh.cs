using System.Diagnostics;

namespace MtaStsTools.Benchmarks.Prompt;

/// <summary>The pwsh of this repository, started without the tool command around it, which would be measured too.</summary>
internal sealed class Pwsh
{
    private readonly string _program;
    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <param name="repository">The checkout whose tool it is.</param>
    /// <param name="environment">What the shell is to find in its environment.</param>
    public Pwsh(string repository, IReadOnlyDictionary<string, string> environment)
    {
        _environment = environment;
        var home = Run(["pwsh", "-NoProfile", "-Command", "$PSHOME"], repository);
        _program = Path.Combine(home.Trim(), "pwsh.dll");
    }

    /// <summary>Runs a script in a new shell.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string RunScript(string file, params IEnumerable<string> arguments) =>
        Run([_program, "-NoProfile", "-NonInteractive", "-File", file, .. arguments], folder: "");

    private string Run(string[] arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["NO_COLOR"] = "1";
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pwsh ended with {process.ExitCode}: {error.Result}{output}");
    }
}
