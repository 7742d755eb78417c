using System.Diagnostics;
using System.Text.Json;
#load ".build/mutate.cake"
#load ".build/release.cake"

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");

const string Solution = "./MtaStsTools.sln";
const string Modules = "./artifacts/module";
const string Packages = "./artifacts/packages";
const string TestResults = "./artifacts/test-results";
const string Quickstart = "module/examples/Quickstart.ps1";

// pwsh is a tool of this repository, so that every machine runs the same one; powershell is part of Windows.
var shells = new Dictionary<string, string[]> { ["pwsh"] = ["dotnet", "pwsh"], ["powershell"] = ["powershell"] };

var suites = new List<SuiteResult>();

////////////////////////////////////////////////////////////////
// Helpers

record SuiteResult(string Name, int Passed, int Failed, int Skipped, TimeSpan Duration)
{
    public static string Counts(IEnumerable<SuiteResult> suites) =>
        $"{suites.Sum(s => s.Passed)} passed, {suites.Sum(s => s.Failed)} failed, {suites.Sum(s => s.Skipped)} skipped";
}

FilePath BuiltTool(string project) => File($"./tests/{project}/bin/{configuration}/net10.0/{project}.dll");

int Start(string file, IEnumerable<string> arguments) =>
    StartProcess(file, new ProcessSettings { Arguments = ProcessArgumentBuilder.FromStringsQuoted(arguments) });

void Run(string file, params string[] arguments)
{
    var exitCode = Start(file, arguments);
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"{file} {string.Join(' ', arguments)} ended with exit code {exitCode}.");
    }
}

// Runs a suite that leaves a CTRF report (https://ctrf.io). One that left none crashed, and one without tests
// tested nothing: both are failures of their own, as is a skip where --no-skips says that nothing may be missing.
void RunSuite(string name, Func<string, string[]> commandLine)
{
    var report = MakeAbsolute(File($"{TestResults}/{name}.json")).FullPath;
    EnsureDirectoryExists(TestResults);
    System.IO.File.Delete(report);
    var clock = Stopwatch.StartNew();
    var command = commandLine(report);
    var exitCode = Start(command[0], command[1..]);
    if (!FileExists(report))
    {
        suites.Add(new SuiteResult(name, 0, 1, 0, clock.Elapsed));
        return;
    }

    using var json = JsonDocument.Parse(System.IO.File.ReadAllText(report));
    var summary = json.RootElement.GetProperty("results").GetProperty("summary");
    int Count(string kind) => summary.GetProperty(kind).GetInt32();
    var (passed, failed, skipped) = (Count("passed"), Count("failed") + Count("other"), Count("skipped") + Count("pending"));
    if (failed == 0 && (exitCode != 0 || passed + skipped == 0 || skipped > 0 && HasArgument("no-skips")))
    {
        failed = 1;
    }

    suites.Add(new SuiteResult(name, passed, failed, skipped, clock.Elapsed));
}

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
        MSBuildSettings = new DotNetMSBuildSettings().WithProperty("ModuleImages", "true"),
    }));

Task("Format")
    .Description("Fails when a file is not formatted as .editorconfig says.")
    .Does(() => Run("dotnet", "format", "whitespace", Solution, "--verify-no-changes"));

Task("Xunit")
    .Description("Runs every xunit project, one after the other: some time themselves, some own the loopback.")
    .IsDependentOn("Build")
    .Does(() =>
{
    foreach (var project in GetFiles("./tests/*.Tests/*.csproj").OrderBy(path => path.FullPath, StringComparer.Ordinal))
    {
        RunSuite(project.GetFilenameWithoutExtension().ToString(), report => [
            "dotnet", "test", "--project", project.FullPath, "--configuration", configuration, "--no-build", "--no-progress",
            "--results-directory", System.IO.Path.GetDirectoryName(report)!,
            "--report-xunit-ctrf", "--report-xunit-ctrf-filename", System.IO.Path.GetFileName(report), "--timeout", "8m"]);
    }
});

Task("Pester")
    .Description("Runs the Pester suite against the built module, in pwsh; --shell=powershell in Windows PowerShell 5.1, --shell=pwsh --shell=powershell in both.")
    .IsDependentOn("Build")
    .Does(() =>
{
    foreach (var shell in Arguments<string>("shell", "pwsh"))
    {
        var command = shells.TryGetValue(shell, out var known) ? known : throw new CakeException($"--shell={shell}: a shell is pwsh or powershell.");
        RunSuite($"Pester in {shell}", report =>
            [.. command, "-NoProfile", "-NonInteractive", "-File", "tests/Pester/Run.ps1", "-ResultPath", report]);
    }
});

Task("Test")
    .Description("Runs all tests: the xunit projects and the Pester suite.")
    .IsDependentOn("Xunit")
    .IsDependentOn("Pester");

Task("Demo")
    .Description("Starts the lab and walks through the main job with the real cmdlets.")
    .IsDependentOn("Build")
    .Does(() => Run("dotnet", [BuiltTool("MtaStsTools.Lab").FullPath, "run", .. shells["pwsh"], "-NoProfile", "-File", Quickstart]));

Task("Bench")
    .Description("Measures the library (--filter=<glob> narrows it), the grammar (--against=<commit>), what it costs at worst (--seconds=<n>, --seed=<n>), the analyzers and the prompt (--rounds=<n>, --against=<manifest of another build>); --suite=library|grammar|worst|analyzers|prompt for one.")
    .IsDependentOn("Build")
    .Does(() =>
{
    var benchmarks = BuiltTool("MtaStsTools.Benchmarks").FullPath;
    var manifests = Arguments<string>("against", []).Where(other => other.EndsWith(".psd1")).ToArray();
    var commits = Arguments<string>("against", []).Except(manifests).ToArray();
    var measurements = new Dictionary<string, Action>
    {
        ["library"] = () => Run("dotnet", benchmarks, "--filter", Argument("filter", "*")),
        ["grammar"] = () => Run("dotnet", [benchmarks, "grammar", .. commits]),
        ["worst"] = () => Run("dotnet", [benchmarks, "worst", Argument("seconds", "60"), Argument("seed", "1")]),
        ["analyzers"] = () => Run("dotnet", BuiltTool("MtaStsTools.Analyzers.Cost").FullPath),
        ["prompt"] = () => Run("dotnet", [benchmarks, "prompt", Argument("rounds", "10"), .. manifests]),
    };
    foreach (var suite in Arguments<string>("suite", measurements.Keys.ToList()))
    {
        measurements[suite]();
    }
});

Task("Default")
    .IsDependentOn("Test");

////////////////////////////////////////////////////////////////
// Execution

try
{
    RunTarget(target);
}
finally
{
    // Last of all, so that whoever reads only the end of a log reads the result.
    if (suites.Count > 0)
    {
        suites.ForEach(suite => Console.WriteLine($"{suite.Name,-34} {SuiteResult.Counts([suite])} in {suite.Duration.TotalSeconds:F1} s"));
        Console.WriteLine(SuiteResult.Counts(suites));
    }
}

if (suites.Exists(suite => suite.Failed > 0))
{
    System.Environment.Exit(1);
}
