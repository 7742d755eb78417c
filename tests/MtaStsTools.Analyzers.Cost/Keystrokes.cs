extern alias analyzers;

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using analyzers::MtaStsTools.Analyzers.Api;
using analyzers::MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Cost;

/// <summary>What an editor pays when a character is typed in a file that has a hundred policies: the time and the memory of analyzing that file again.</summary>
internal static class Keystrokes
{
    private const int Policies = 100;
    private const int Typed = 60;

    public static string Measure(IEnumerable<string> references)
    {
        var source = string.Concat("class C\n{\n", string.Concat(Enumerable.Range(0, Policies).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"    object M{i}(string host) => MtaStsTools.MtaStsPolicy.Parse($\"version: STSv1\\nmode: {(i % 2 == 0 ? "enforce" : "enforced")}\\nmx: {(i % 3 == 0 ? "{host}" : "mail.example.com")}\\nmx: mx{i}.example.net\\nmax_age: 604800\\n\");\n"))), "}\n");
        var compilation = CSharpCompilation.Create(
            "Keystrokes", references: references.Select(path => MetadataReference.CreateFromFile(path)), options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ImmutableArray<DiagnosticAnalyzer> ours = [new TextAnalyzer(), new PolicyRefactoringAnalyzer(), new ApiUseAnalyzer()];
        var (time, memory) = Run(compilation, source, ours);
        var (idleTime, idleMemory) = Run(compilation, source, [new IdleAnalyzer()]);
        var (callTime, callMemory) = Run(compilation, source, [new CallAnalyzer()]);
        return string.Create(CultureInfo.InvariantCulture, $"""
            one keystroke in a file of {Policies} policies           ms       KiB
            an analyzer that does nothing               {idleTime.TotalMilliseconds,10:F1} {idleMemory / 1024.0,9:F0}
            an analyzer that is shown each call         {callTime.TotalMilliseconds,10:F1} {callMemory / 1024.0,9:F0}
            MtaStsTools.Analyzers                       {time.TotalMilliseconds,10:F1} {memory / 1024.0,9:F0}
            """);
    }

    /// <summary>The median of each, once everything is warm.</summary>
    private static (TimeSpan Time, long Memory) Run(CSharpCompilation compilation, string source, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var text = SourceText.From(source);
        var tree = CSharpSyntaxTree.ParseText(text);
        compilation = compilation.AddSyntaxTrees(tree);
        var times = new List<TimeSpan>();
        var memories = new List<long>();
        for (var i = 0; i < Typed; i++)
        {
            text = text.WithChanges(new TextChange(new Microsoft.CodeAnalysis.Text.TextSpan(text.Length - 3, 0), " "));
            var typed = tree.WithChangedText(text);
            compilation = compilation.ReplaceSyntaxTree(tree, typed);
            tree = (CSharpSyntaxTree)typed;
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            var model = compilation.GetSemanticModel(tree);
            model.GetDiagnostics();
            compilation.WithAnalyzers(analyzers).GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
            times.Add(watch.Elapsed);
            memories.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        times.Sort();
        memories.Sort();
        return (times[Typed / 2], memories[Typed / 2]);
    }
}
