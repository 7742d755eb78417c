using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>
/// Zero false positives: random programs are compiled and run, and what the analyzers say of a text with holes is what the library says of each
/// text that it was. <c>MTASTS_RANDOM_PROGRAMS</c> sets how many programs that are.
/// </summary>
public sealed class RandomProgramTests
{
    private const int AtOnce = 1_000;
    private const int Runs = 12;

    private const string Takers = """
        using System.Diagnostics.CodeAnalysis;

        public static class Take
        {
            public static string Last = "";
            public static void Policy([StringSyntax("MtaStsPolicy")] string text) => Last = text;
            public static void Record([StringSyntax("MtaStsRecord")] string text) => Last = text;
            public static void TlsRpt([StringSyntax("TlsRptRecord")] string text) => Last = text;
        }
        """;

    [Fact]
    public async Task What_is_said_of_a_program_is_true_whenever_it_runs()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("MTASTS_RANDOM_PROGRAMS"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 3_000;
        var said = 0;
        for (var first = 0; first < count; first += AtOnce)
            said += await RunAsync([.. Enumerable.Range(first, Math.Min(AtOnce, count - first)).Select(seed => new RandomProgram(seed))]);
        TestContext.Current.SendDiagnosticMessage("{0} programs, {1} findings that hold in every run", count, said);
        Assert.True(said > count / 10, $"Of {count} programs the analyzer said {said} things: the generator makes nothing that could go wrong.");
    }

    /// <summary>The number of the program that a diagnostic is about, by its line; below zero where it is about none, as an exception of an analyzer is.</summary>
    private static int ProgramOf(Diagnostic diagnostic) => diagnostic.Location.IsInSource ? diagnostic.Location.GetLineSpan().StartLinePosition.Line - 1 : -1;

    private static async Task<int> RunAsync(RandomProgram[] programs)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = Verify.Compile(RandomProgram.FileOf(programs), Takers);
        var diagnostics = (await compilation.WithAnalyzers([new TextAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken)).ToLookup(ProgramOf);
        Assert.Empty(diagnostics[-1]);

        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: cancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        var context = new AssemblyLoadContext("random", isCollectible: true);
        var assembly = context.LoadFromStream(image);
        var last = assembly.GetType("Take")!.GetField("Last")!;
        var said = 0;
        foreach (var (index, program) in programs.Index())
        {
            var found = diagnostics[index].Where(diagnostic => diagnostic.Id != ApiRules.SwappedText.Id).ToList();
            if (found.Count == 0)
                continue;
            var method = assembly.GetType(program.Name)!.GetMethod("M")!;
            // A choice gives one text or the other: what is said of each must be true of one of them.
            var texts = Enumerable.Range(0, Runs).Select(run =>
            {
                method.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, RandomProgram.Arguments((index * Runs) + run), CultureInfo.InvariantCulture);
                return (string)last.GetValue(null)!;
            }).ToList();
            var isChoice = program.Source.Contains(" ? ", StringComparison.Ordinal);
            foreach (var diagnostic in found)
            {
                said++;
                var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
                var untrue = texts.Where(text => !TextAssessor.Assess(text, program.Syntax, PolicyAdvice.Default).Any(finding => finding.Id == diagnostic.Id && finding.Message == message)).ToList();
                Assert.True(isChoice ? untrue.Count < texts.Count : untrue.Count == 0, $"{diagnostic}\nis said of\n{program.Source}\nwhich gave\n{untrue.FirstOrDefault()}");
            }
        }

        context.Unload();
        return said;
    }
}
