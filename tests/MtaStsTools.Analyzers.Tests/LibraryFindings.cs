extern alias library;

using MtaStsTools.Analyzers.Texts;


using Core = library::MtaStsTools;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>Asks the library itself, not the copy of its sources that the analyzers have.</summary>
internal static class LibraryFindings
{
    public static IEnumerable<(string Id, int Offset, int Length)> Of(string text, TextSyntax syntax)
    {
        var findings = syntax switch
        {
            TextSyntax.Policy => Core.MtaStsPolicy.Validate(text),
            TextSyntax.Record => Core.MtaStsRecord.Validate(text),
            _ => Core.TlsRptRecord.Validate(text),
        };
        return findings.Select(finding => (finding.Id, finding.Offset ?? 0, finding.Length ?? 0));
    }
}
