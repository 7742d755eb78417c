using System.Diagnostics;
using System.Text.Json;

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");

const string Solution = "./MtaStsTools.sln";
const string Modules = "./artifacts/module";
const string Packages = "./artifacts/packages";
const string TestResults = "./artifacts/test-results";
const string Quickstart = "module/examples/Quickstart.ps1";

(int Passed, int Failed, int Skipped)? totals = null;

////////////////////////////////////////////////////////////////
// Helpers

FilePath BuiltTool(string project) => File($"./tests/{project}/bin/{configuration}/net10.0/{project}.dll");

void Run(string file, params string[] arguments)
{
    var exitCode = StartProcess(file, new ProcessSettings { Arguments = ProcessArgumentBuilder.FromStrings(arguments) });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"{file} {string.Join(' ', arguments)} ended with exit code {exitCode}.");
    }
}

// The summary of a CTRF report (https://ctrf.io); a project that left none crashed, which is a failure of its own.
(int Passed, int Failed, int Skipped) Summary(FilePath report, int exitCode)
{
    if (!FileExists(report))
    {
        return (0, 1, 0);
    }

    using var json = JsonDocument.Parse(System.IO.File.ReadAllText(report.FullPath));
    var summary = json.RootElement.GetProperty("results").GetProperty("summary");
    int Count(string name) => summary.GetProperty(name).GetInt32();
    var failed = Count("failed") + Count("other");
    return (Count("passed"), exitCode != 0 && failed == 0 ? 1 : failed, Count("skipped") + Count("pending"));
}

string Words((int Passed, int Failed, int Skipped) counts) =>
    $"{counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped";

////////////////////////////////////////////////////////////////
// Tasks

Task("Clean")
    .Description("Removes what earlier builds left in artifacts.")
    .Does(() => CleanDirectory("./artifacts"));

Task("Build")
    .Description("Compiles everything and lays out the module in artifacts/module.")
    .Does(() => DotNetBuild(Solution, new DotNetBuildSettings
    {
        Configuration = configuration,
        Verbosity = DotNetVerbosity.Minimal,
        NoLogo = true,
        NoIncremental = HasArgument("rebuild"),
    }));

Task("Format")
    .Description("Fails when a file is not formatted as .editorconfig says.")
    .Does(() => Run("dotnet", "format", "whitespace", Solution, "--verify-no-changes"));

Task("Test")
    .Description("Runs every xunit project, one after the other: some time themselves, some own the loopback.")
    .IsDependentOn("Build")
    .Does(() =>
{
    CleanDirectory(TestResults);
    var lines = new List<string>();
    foreach (var project in GetFiles("./tests/*.Tests/*.csproj").OrderBy(path => path.FullPath, StringComparer.Ordinal))
    {
        var name = project.GetFilenameWithoutExtension().ToString();
        var clock = Stopwatch.StartNew();
        var exitCode = StartProcess("dotnet", new ProcessSettings
        {
            Arguments = ProcessArgumentBuilder.FromStrings([
                "test", "--project", project.FullPath, "--configuration", configuration, "--no-build", "--no-progress",
                "--results-directory", MakeAbsolute(Directory(TestResults)).FullPath,
                "--report-xunit-ctrf", "--report-xunit-ctrf-filename", $"{name}.json", "--timeout", "8m"]),
        });
        var counts = Summary(File($"{TestResults}/{name}.json"), exitCode);
        lines.Add($"{name,-34} {Words(counts)} in {clock.Elapsed.TotalSeconds:F1} s");
        var sum = totals.GetValueOrDefault();
        totals = (sum.Passed + counts.Passed, sum.Failed + counts.Failed, sum.Skipped + counts.Skipped);
    }

    lines.ForEach(line => Information("{0}", line));
});

Task("Pester")
    .Description("Runs the Pester suite against the built module; --shell=powershell for Windows PowerShell 5.1.")
    .IsDependentOn("Build")
    .Does(context =>
{
    var shell = Argument("shell", "pwsh");
    if (context.Tools.Resolve([shell, $"{shell}.exe"]) is not { } path)
    {
        Information("Pester was skipped: {0} is not on the PATH.", shell);
        return;
    }

    const string FindPester = "exit [int](-not (Get-Module -ListAvailable Pester | Where-Object Version -ge 5.0))";
    if (StartProcess(path, new ProcessSettings { Arguments = ProcessArgumentBuilder.FromStrings(["-NoProfile", "-Command", FindPester]) }) != 0)
    {
        Information("Pester was skipped: {0} has no Pester 5 (Install-Module Pester -MinimumVersion 5.0 -SkipPublisherCheck).", shell);
        return;
    }

    Run(path.FullPath, "-NoProfile", "-Command", "Invoke-Pester -Path ./tests/Pester -CI -Output Detailed");
});

Task("Demo")
    .Description("Starts the lab and walks through the main job with the real cmdlets.")
    .IsDependentOn("Build")
    .Does(context =>
{
    string[] shell = context.Tools.Resolve(["pwsh", "pwsh.exe"]) is { } pwsh
        ? [pwsh.FullPath, "-NoProfile"]
        : ["dotnet", BuiltTool("MtaStsTools.Shell").FullPath];
    Run("dotnet", [BuiltTool("MtaStsTools.Lab").FullPath, "run", .. shell, "-File", Quickstart]);
});

Task("Bench")
    .Description("Measures the grammar beside a naive baseline, and the analyzers beside well-known ones; --filter=<glob> narrows the first.")
    .IsDependentOn("Build")
    .Does(() =>
{
    Run("dotnet", BuiltTool("MtaStsTools.Benchmarks").FullPath, "--filter", Argument("filter", "*"));
    Run("dotnet", BuiltTool("MtaStsTools.Analyzers.Cost").FullPath);
});

Task("Pack")
    .Description("Makes the NuGet packages and the zipped module in artifacts/packages.")
    .IsDependentOn("Build")
    .Does(() =>
{
    CleanDirectory(Packages);
    DotNetPack(Solution, new DotNetPackSettings
    {
        Configuration = configuration,
        Verbosity = DotNetVerbosity.Minimal,
        NoLogo = true,
        NoBuild = true,
        OutputDirectory = Packages,
    });
    Zip(Modules, $"{Packages}/MtaStsTools.Module.zip");
});

Task("Default")
    .IsDependentOn("Test");

////////////////////////////////////////////////////////////////
// Execution

RunTarget(target);

// Last of all, so that whoever reads only the end of a log reads the result.
if (totals is { } result)
{
    Console.WriteLine(Words(result));
    if (result.Failed > 0)
    {
        System.Environment.Exit(1);
    }
}
