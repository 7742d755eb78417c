namespace MtaStsTools.Grammar.Records;

/// <summary>The value of <c>id</c>: 1 to 32 letters or digits (RFC 8461 §3.1).</summary>
internal static class RecordId
{
    private const int LargestLength = 32;

    public static bool IsValid(ReadOnlySpan<char> id) => id.Length is > 0 and <= LargestLength && Characters.AreLettersOrDigits(id);

    /// <summary>An id has no meaning but to change, so the same one without its punctuation serves as well; null where that leaves none.</summary>
    public static string? WithoutPunctuation(string id) =>
        string.Concat(id.Where(Characters.IsLetterOrDigit)) is var letters && IsValid(letters.AsSpan()) ? letters : null;
}
