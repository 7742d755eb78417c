using System.Diagnostics;
using System.Globalization;
using MtaStsTools.Lab;

namespace MtaStsTools.Benchmarks.Prompt;

/// <summary>
/// What a user waits for at a new prompt, beside a pwsh that imports nothing and one that imports an empty module: round robin
/// in one run, the least of all rounds.
/// </summary>
internal static class PromptSuite
{
    private const string Healthy = "good";

    /// <param name="rounds">How often each is measured.</param>
    /// <param name="other">The manifest of another build to hold against this one; null for none.</param>
    public static async Task RunAsync(int rounds, string? other)
    {
        var folder = Directory.CreateTempSubdirectory("mtasts-prompt-").FullName;
        try
        {
            await using var lab = await MtaStsLab.StartAsync();
            var pwsh = new Pwsh(Checkout.Metadata("Repository"), LabCommand.Settings(lab));
            var subjects = Subjects(folder, lab.Scenario(Healthy).Domain, other);
            // The laboratory and the file cache are warm before anything counts.
            foreach (var subject in subjects)
                Measure(pwsh, subject);
            subjects.ForEach(subject => { subject.Process.Clear(); subject.Steps.Clear(); });
            for (var round = 0; round < rounds; round++)
                subjects.ForEach(subject => Measure(pwsh, subject));
            Write(subjects, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<PromptSubject> Subjects(string folder, string domain, string? other)
    {
        var manifest = Checkout.Metadata("BuiltModule");
        List<PromptSubject> subjects =
        [
            new() { Name = "nothing" },
            new() { Name = "an empty module", Manifest = EmptyModule(folder) },
            new() { Name = "MtaStsTools", Manifest = manifest, Domain = domain },
            new() { Name = "MtaStsTools without images", Manifest = WithoutImages(manifest, folder), Domain = domain },
        ];
        if (other is not null)
            subjects.Add(new() { Name = "the other build", Manifest = Path.GetFullPath(other), Domain = domain });
        return subjects;
    }

    private static void Measure(Pwsh pwsh, PromptSubject subject)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Prompt", "Measure.ps1");
        var clock = Stopwatch.StartNew();
        // A process that ends after the import, to be held against one that imports nothing.
        pwsh.RunScript(script, subject.Manifest ?? "");
        subject.Process.Add(clock.Elapsed.TotalMilliseconds);
        foreach (var line in pwsh.RunScript(script, subject.Manifest ?? "", subject.Domain ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, step) = PromptStep.Parse(line);
            if (!subject.Steps.TryGetValue(name, out var steps))
                subject.Steps[name] = steps = [];
            steps.Add(step);
        }
    }

    private static string EmptyModule(string folder)
    {
        var manifest = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(Path.Combine(folder, "Empty.psm1"), "");
        File.WriteAllText(manifest, "@{ RootModule = 'Empty.psm1'; ModuleVersion = '1.0' }");
        return manifest;
    }

    private static string WithoutImages(string manifest, string folder)
    {
        var source = Path.GetDirectoryName(manifest)!;
        var copy = Path.Combine(folder, "MtaStsTools");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !IsImage(file)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return Path.Combine(copy, Path.GetFileName(manifest));
    }

    private static bool IsImage(string file) => Path.GetFileName(Path.GetDirectoryName(file)) is "linux-x64" or "win-x64";

    private static void Write(List<PromptSubject> subjects, int rounds)
    {
        var empty = subjects[0].Process.Min();
        Line($"A new pwsh, least of {rounds} rounds; ms; in brackets: of which processor time, of which compiling, methods compiled");
        Line($"{"pwsh with",-28}{"start to end",14}{"above nothing",15}{"ratio",7}   import");
        foreach (var subject in subjects)
        {
            var process = subject.Process.Min();
            Line($"{subject.Name,-28}{process,14:F0}{process - empty,15:F0}{process / empty,7:F2}   {Text(subject, "import")}");
        }

        Line($"");
        Line($"{"Test-MtaStsDomain of",-28}first, then second");
        foreach (var subject in subjects.Where(subject => subject.Domain is not null))
            Line($"{subject.Name,-28}{Text(subject, "first")}, {Text(subject, "second")}");
    }

    private static string Text(PromptSubject subject, string step)
    {
        if (!subject.Steps.TryGetValue(step, out var steps))
            return "";
        var least = PromptStep.Least(steps);
        return string.Create(CultureInfo.InvariantCulture, $"{least.Wall:F0} ({least.Processor:F0}, {least.Jit:F0}, {least.Methods})");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());
}
