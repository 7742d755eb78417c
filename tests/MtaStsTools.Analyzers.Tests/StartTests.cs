using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>How analyzers start is decided in one place.</summary>
public sealed class StartTests
{
    private static readonly Type[] Analyzers =
        [.. typeof(TextAnalyzer).Assembly.GetTypes().Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)];

    [Fact]
    public void Every_analyzer_starts_from_the_one_base_and_is_sealed() => Assert.All(Analyzers, type =>
    {
        Assert.True(type.IsSealed, $"{type} is not sealed.");
        var initialize = type.GetMethod(nameof(DiagnosticAnalyzer.Initialize), BindingFlags.Public | BindingFlags.Instance)!;
        Assert.Equal(typeof(MtaStsAnalyzer), initialize.DeclaringType);
        Assert.True(initialize.IsFinal, "Initialize is not sealed.");
    });

    /// <summary>The source has policies by comment and by attribute, and the library is not there.</summary>
    [Fact]
    public async Task Nothing_is_registered_where_the_library_is_not_referenced()
    {
        const string source = """
            using System.Diagnostics.CodeAnalysis;
            class C
            {
                // lang=mta-sts-record
                const string Commented = "v=STSv1; id=a-b;";
                void Take([StringSyntax("MtaStsRecord")] string text) => Take("v=STSv1; id=a-b;");
            }
            """;
        var analyzers = Analyzers.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(source)], Verify.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var run = compilation.WithAnalyzers(analyzers);
        Assert.Empty(await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        foreach (var analyzer in analyzers)
        {
            var registered = (await run.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken));
            Assert.Equal((0, 0, 0), (registered.OperationActionsCount, registered.SyntaxNodeActionsCount, registered.SemanticModelActionsCount));
        }

        Assert.NotEmpty(await compilation.AddReferences(Verify.References.Except(Verify.Framework)).WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }
}
