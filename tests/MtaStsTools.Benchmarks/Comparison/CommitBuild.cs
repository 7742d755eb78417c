using System.Diagnostics;

namespace MtaStsTools.Benchmarks.Comparison;

/// <summary>The library of the grammar as another commit has it, built once and kept in the artifacts.</summary>
internal sealed class CommitBuild(string repository)
{
    private const string Project = "src/MtaStsTools.Core/MtaStsTools.Core.csproj";

    /// <summary>Builds the commit where that is not done yet.</summary>
    /// <returns>The assembly.</returns>
    /// <exception cref="InvalidOperationException">There is no such commit, or it does not build.</exception>
    public string Assembly(string commit)
    {
        var id = Run("git", ["rev-parse", "--verify", "--quiet", $"{commit}^{{commit}}"]).Trim();
        var folder = Path.Combine(repository, "artifacts", "benchmarks", id);
        var assembly = Path.Combine(folder, "MtaStsTools.Core.dll");
        if (File.Exists(assembly))
            return assembly;

        var sources = Directory.CreateTempSubdirectory("mtasts-commit-").FullName;
        try
        {
            var archive = Path.Combine(sources, "sources.tar");
            Run("git", ["archive", "--output", archive, id]);
            System.Formats.Tar.TarFile.ExtractToDirectory(archive, sources, overwriteFiles: false);
            Run("dotnet", ["build", Path.Combine(sources, Project), "--configuration", "Release", "--framework", "net8.0", "--output", folder, "--property:RunAnalyzers=false"]);
        }
        finally
        {
            Directory.Delete(sources, recursive: true);
        }

        return assembly;
    }

    private string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = repository, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{output}");
    }
}
