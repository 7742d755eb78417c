namespace MtaStsTools.Grammar.Policy;

/// <summary>Recognises what documentation prints where a mode is to be written: a choice of modes, or a place for one.</summary>
internal static class ModePlaceholder
{
    private static readonly char[] Between = ['|', '/', ',', ';', ' ', '\t'];

    /// <summary>Whether the value is a choice such as <c>[enforce|testing|none]</c>, or a place such as <c>&lt;mode&gt;</c>.</summary>
    public static bool IsIn(string value) => value.Length > 0 && (value[0] is '<' or '[' or '{' or '(' or '$' or '%' || value[value.Length - 1] is '>' or ']' or '}' or ')' || IsChoice(value));

    private static bool IsChoice(string value)
    {
        var words = value.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return words.Count(IsMode) > 1 && Array.TrueForAll(words, word => IsMode(word) || string.Equals(word, "or", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsMode(string word) => MeantMode.Of(word) is { } meant && meant.IsSpelledBy(word);
}
