using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers;

/// <summary>What an analyzer tells its code fix: which expression the text is written as, which grammar it follows, and how the text is fixed.</summary>
internal sealed record FixProperties(SourceSpan Expression, TextSyntax Syntax, TextFix? Fix)
{
    private const string ExpressionStart = "expression-start";
    private const string ExpressionLength = "expression-length";
    private const string SyntaxName = "syntax";
    private const string FixOffset = "fix-offset";
    private const string FixLength = "fix-length";
    private const string FixText = "fix-text";

    public ImmutableDictionary<string, string?> ToDictionary()
    {
        var all = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        all.Add(ExpressionStart, Text(Expression.Start));
        all.Add(ExpressionLength, Text(Expression.Length));
        all.Add(SyntaxName, Text((int)Syntax));
        if (Fix is not null)
        {
            all.Add(FixOffset, Text(Fix.Offset));
            all.Add(FixLength, Text(Fix.Length));
            all.Add(FixText, Fix.NewText);
        }

        return all.ToImmutable();
    }

    public static FixProperties? Read(Diagnostic diagnostic)
    {
        var all = diagnostic.Properties;
        if (Number(all, ExpressionStart) is not { } start || Number(all, ExpressionLength) is not { } length || Number(all, SyntaxName) is not { } syntax)
            return null;
        var fix = Number(all, FixOffset) is { } offset && Number(all, FixLength) is { } removed && all.TryGetValue(FixText, out var text) && text is not null
            ? new TextFix(offset, removed, text)
            : null;
        return new FixProperties(new SourceSpan(start, length), (TextSyntax)syntax, fix);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(ImmutableDictionary<string, string?> all, string key) =>
        all.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
