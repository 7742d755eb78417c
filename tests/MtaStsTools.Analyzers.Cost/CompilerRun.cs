using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MtaStsTools.Analyzers.Cost;

/// <summary>What one run of the compiler took.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Analyzers">The total that the compiler itself reports for analyzers, over all threads, or null without any.</param>
/// <param name="Output">What it printed.</param>
internal sealed record CompilerRun(TimeSpan Wall, TimeSpan? Analyzers, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs the compiler of the SDK once over all sources of a directory.</summary>
    public static CompilerRun Measure(string compiler, string directory, IEnumerable<string> references, IReadOnlyList<string> analyzers)
    {
        var response = Path.Combine(directory, "compiler.rsp");
        File.WriteAllLines(response,
        [
            "-nologo", "-target:library", "-nostdlib+", "-noconfig", "-langversion:latest", "-nullable:enable", "-deterministic+", "-debug-", "-optimize-", "-reportanalyzer",
            $"-out:\"{Path.Combine(directory, "generated.dll")}\"",
            .. references.Select(reference => $"-reference:\"{reference}\""),
            .. analyzers.Select(analyzer => $"-analyzer:\"{analyzer}\""),
            $"\"{Path.Combine(directory, "*.cs")}\"",
        ]);
        var start = new ProcessStartInfo("dotnet", [compiler, "@" + response]) { UseShellExecute = false, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        using var limit = new Timer(_ => process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        watch.Stop();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The compiler failed:\n" + output[..Math.Min(output.Length, 2_000)]);
        var total = Regex.Match(output, @"Total analyzer execution time: (?<seconds>[\d.]+) seconds", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return new CompilerRun(watch.Elapsed, total.Success ? TimeSpan.FromSeconds(double.Parse(total.Groups["seconds"].Value, CultureInfo.InvariantCulture)) : null, output);
    }
}
