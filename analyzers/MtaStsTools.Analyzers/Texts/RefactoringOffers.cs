using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Marks each good policy that could be a file, and each parsed one that could be typed.</summary>
internal sealed class RefactoringOffers(Library library) : TextVisitor
{
    private static readonly DiagnosticDescriptor Typed = Descriptors.Of(ApiRules.ConvertToTypedForm);
    private static readonly DiagnosticDescriptor File = Descriptors.Of(ApiRules.ExtractPolicyToFile);

    private readonly TextUses _uses = new();

    public override void Visit(FoundText found)
    {
        if (found.Syntax != TextSyntax.Policy || !TextAssessor.IsPolicyWithoutError(found.Text.Value))
            return;
        if (TypedForm.CallOf(found, library) is { } call)
            found.Report(Diagnostic.Create(Typed, call.GetLocation()));
        if (_uses.Speaks(found) && LanguageComments.FileOf(found.Text.Expression) is null)
            found.Report(Diagnostic.Create(File, found.Text.Expression.GetLocation()));
    }
}
