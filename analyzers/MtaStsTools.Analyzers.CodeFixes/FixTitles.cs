using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>What the menu says: the rule's remedy, or what is put in.</summary>
internal static class FixTitles
{
    private const int Longest = 40;

    public static string Of(Diagnostic diagnostic) =>
        FixProperties.Read(diagnostic)?.Fix is { NewText: var text } && text.Trim() is { Length: > 0 and <= Longest } shown && shown.IndexOf('\n') < 0
            ? $"Write '{DisplayText.Sanitize(shown)}'"
            : RuleCatalog.Get(diagnostic.Id).Remedy.TrimEnd('.');
}
