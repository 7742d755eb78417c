using System.Globalization;
using System.Reflection;
using MtaStsTools.Analyzers.Cost;

// How much compile time do the analyzers take? Measured with the SDK's own compiler on a generated program, beside two
// well-known packages, one that does nothing and the analyzers of the SDK, which every project has already, round robin in one run:
// dotnet run -c Release -- [rounds] [files …]
// A usual project has 200 files, a large one 10,000; behind them stands what one keystroke costs in a file with policies. No rounds: the keystrokes alone.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
int[] sizes = args.Length > 1 ? [.. args[1..].Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [200, 10_000];

var metadata = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(item => item.Key, item => item.Value!, StringComparer.Ordinal);
var sdk = metadata["MSBuildToolsPath"];
var compiler = Path.Combine(sdk, "Roslyn", "bincore", "csc.dll");
var library = typeof(MtaStsTools.MtaStsPolicy).Assembly.Location;
var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
    .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll") && !name.Contains("Native", StringComparison.Ordinal))
    .ToList();
var ours = Path.GetFullPath(metadata["Analyzers"]);
var ofSdk = new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
    .Select(file => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", file)).ToArray();

(string Name, string[] Analyzers, bool WithLibrary)[] subjects =
[
    ("no analyzer", [], true),
    ("an analyzer that does nothing", [Assembly.GetExecutingAssembly().Location], true),
    ("MtaStsTools.Analyzers", [ours], true),
    ("MtaStsTools.Analyzers, library not referenced", [ours], false),
    ("Microsoft.CodeAnalysis.BannedApiAnalyzers", Newest(metadata["BannedApiAnalyzers"]), true),
    ("Meziantou.Analyzer", Newest(metadata["MeziantouAnalyzer"]), true),
    ("analyzers of the SDK", ofSdk, true),
    ("analyzers of the SDK, and MtaStsTools.Analyzers", [.. ofSdk, ours], true),
];

foreach (var files in rounds > 0 ? sizes : [])
    Measure(files);
Console.WriteLine(Keystrokes.Measure(framework.Append(library)));

void Measure(int files)
{
    var root = Directory.CreateTempSubdirectory("mtasts-cost-").FullName;
    try
    {
        SourceGenerator.Write(Path.Combine(root, "with"), files, withLibrary: true);
        SourceGenerator.Write(Path.Combine(root, "without"), files, withLibrary: false);
        var runs = subjects.ToDictionary(subject => subject.Name, _ => new List<CompilerRun>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, analyzers, withLibrary) in subjects)
            {
                var references = withLibrary ? framework.Append(library) : framework;
                var run = CompilerRun.Measure(compiler, Path.Combine(root, withLibrary ? "with" : "without"), references, analyzers);
                if (run.Output.Contains(SourceGenerator.Finding + ":", StringComparison.Ordinal) != (withLibrary && analyzers.Contains(ours, StringComparer.Ordinal)))
                    throw new InvalidOperationException($"With {name} the compiler found what it should not, or did not find what it should:\n{run.Output[..Math.Min(run.Output.Length, 2_000)]}");
                runs[name].Add(run);
            }
        }

        // Wall time is held against the analyzer that does nothing, and what the compiler reports of each analyzer against the compile itself.
        var bare = runs[subjects[0].Name].Min(run => run.Wall);
        var idle = runs[subjects[1].Name].Min(run => run.Wall);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, best of {rounds}; compile time without analyzers {bare.TotalSeconds:F2} s"));
        Console.WriteLine("analyzers                                         wall s   wall/idle   reported s   reported/bare");
        foreach (var (name, _, _) in subjects)
        {
            var wall = runs[name].Min(run => run.Wall);
            var reported = runs[name].Min(run => run.Analyzers)?.TotalSeconds ?? 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-49} {wall.TotalSeconds,6:F2} {wall / idle,11:P1} {reported,12:F3} {reported / bare.TotalSeconds,15:P2}"));
        }
    }
    finally
    {
        Directory.Delete(root, recursive: true);
    }
}

// Of the package's analyzers, the ones for the youngest compiler that is not younger than the one that is measured.
string[] Newest(string package)
{
    var known = AssemblyName.GetAssemblyName(compiler).Version!;
    var folder = Path.Combine(package, "analyzers", "dotnet");
    var versioned = Directory.GetDirectories(folder, "roslyn*")
        .Select(path => (Path: path, Version: Version.Parse(Path.GetFileName(path)["roslyn".Length..])))
        .Where(item => item.Version <= known)
        .OrderByDescending(item => item.Version)
        .FirstOrDefault().Path ?? folder;
    return [.. Directory.GetFiles(Path.Combine(versioned, "cs"), "*.dll").Where(path => !path.Contains("CodeFix", StringComparison.Ordinal))];
}
