using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>Names of records that are given to the SDK.</summary>
public sealed class OwnerNameTests
{
    [Theory]
    [InlineData("mta-sts.example.com", "_mta-sts.example.com")]
    [InlineData("_mta_sts.example.com", "_mta-sts.example.com")]
    [InlineData("smtp._tls.example.com", "_smtp._tls.example.com")]
    [InlineData("_tls._smtp.example.com", "_smtp._tls.example.com")]
    [InlineData("_mta-sts.example.com", null)]
    [InlineData("_smtp._tls.example.com", null)]
    [InlineData("mail.example.com", null)]
    public async Task A_misspelt_name_is_reported_and_nothing_else_is(string name, string? meant)
    {
        var sdk = CSharpCompilation.Create(
            "MtaStsTools",
            [CSharpSyntaxTree.ParseText("public class Provider { public void Read(string zone, string recordName) { } }", cancellationToken: TestContext.Current.CancellationToken)],
            Verify.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var compilation = Verify.Compile($$"""class C { void M(Provider p) { p.Read("mta-sts.example.com", "{{name}}"); N("mta-sts.example.com"); } void N(string recordName) { } }""")
            .AddReferences(sdk.ToMetadataReference());
        var diagnostics = await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new ApiUseAnalyzer())).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        if (meant is null)
        {
            Assert.Empty(diagnostics);
            return;
        }

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("MTASTS3009", diagnostic.Id);
        Assert.Contains($"'{meant}'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
