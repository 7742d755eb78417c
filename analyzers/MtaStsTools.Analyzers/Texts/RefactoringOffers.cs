using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Marks each good policy that could be a file, and each parsed one that could be typed.</summary>
internal sealed class RefactoringOffers(Library library) : TextVisitor
{
    private readonly TextUses _uses = new();

    public override void Visit(FoundText found)
    {
        if (found.Syntax != TextSyntax.Policy || !TextAssessor.IsPolicyWithoutError(found.Text.Value))
            return;
        if (TypedForm.CallOf(found, library) is { } call)
            found.Report(TextReporter.Create(ApiRules.ConvertToTypedForm.On(subject: null), call.GetLocation(), found.Text.Expression, found.Syntax));
        if (_uses.Speaks(found) && LanguageComments.FileOf(found.Text.Expression) is null)
            found.Report(TextReporter.Create(ApiRules.ExtractPolicyToFile.On(subject: null), found.Text.Expression.GetLocation(), found.Text.Expression, found.Syntax));
    }
}
