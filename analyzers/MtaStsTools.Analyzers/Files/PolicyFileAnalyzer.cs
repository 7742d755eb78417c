using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Files;

/// <summary>Assesses the policy files of a project, which need no reference to the library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyFileAnalyzer() : MtaStsAnalyzer(Descriptors.ForFiles)
{
    private const int Utf8CodePage = 65001;

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Options.AdditionalFiles.Any(file => IsPolicyFile(file.Path)))
            context.RegisterAdditionalFileAction(Analyze);
    }

    /// <summary>Whether a file is one that holds a policy: <c>mta-sts.txt</c>, or <c>example.com.mta-sts.txt</c> for one of several domains.</summary>
    internal static bool IsPolicyFile(string path)
    {
        var name = FilePaths.NameOf(path);
        return name.Equals(WellKnownNames.PolicyFile, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + WellKnownNames.PolicyFile, StringComparison.OrdinalIgnoreCase);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!IsPolicyFile(file.Path) || file.GetText(context.CancellationToken) is not { } source)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(file);
        var ofFile = new FileOptions(options, file.Path);
        if (AssessEncoding(source.Encoding, file.Path) is { } encoding)
            Report(context, ofFile, source, encoding, 0, 0);
        foreach (var finding in TextAssessor.Assess(source.ToString(), TextSyntax.Policy, Thresholds.Read(options)))
            Report(context, ofFile, source, finding, finding.Offset ?? 0, finding.Length ?? 0);
    }

    /// <summary>The compiler takes a byte order mark away as it reads, and turns to another encoding where the octets are no UTF-8: the encoding that it chose tells.</summary>
    private static Finding? AssessEncoding(Encoding? encoding, string path) => encoding switch
    {
        null => null,
        { CodePage: not Utf8CodePage } => FileRules.PolicyFileEncoding.On(subject: null, FilePaths.NameOf(path)),
        _ when encoding.GetPreamble().Length > 0 => PolicyRules.ByteOrderMark.On(subject: null),
        _ => null,
    };

    private static void Report(AdditionalFileAnalysisContext context, FileOptions options, SourceText source, Finding finding, int offset, int length)
    {
        var descriptor = Descriptors.Of(finding);
        if (options.SeverityOf(descriptor) is not { } severity)
            return;
        var span = new SourceSpan(offset, length);
        var location = Location.Create(context.AdditionalFile.Path, span, source.Lines.GetLinePositionSpan(span));
        var properties = new FixProperties(new SourceSpan(0, source.Length), TextSyntax.Policy, finding.Fix).ToDictionary();
        context.ReportDiagnostic(Diagnostic.Create(descriptor, location, severity, additionalLocations: null, properties, finding.Arguments.Values));
    }
}
