namespace MtaStsTools.Grammar.Policy;

/// <summary>A line with control characters in it, of which a CR may have been meant to end it.</summary>
internal static class ControlledLine
{
    /// <summary>Whether a CR without its LF stands where a line should end.</summary>
    public static bool IsMeantAsLineEnd(ReadOnlySpan<char> text, int index) =>
        text[index] == '\r' && (index + 1 == text.Length || PolicyFieldNames.BeginsKnownField(text.Slice(index + 1)));

    /// <summary>What is left of a part without the control characters at its edges, and the white space that they kept apart from it; null where nothing is.</summary>
    public static PolicyPart? Trim(ReadOnlySpan<char> text, in PolicyPart part)
    {
        var (start, end) = (part.Start, part.End);
        while (start < end && (Characters.IsForbiddenControl(text[start]) || (start > part.Start && Characters.IsWhiteSpace(text[start]))))
            start++;
        while (end > start && (Characters.IsForbiddenControl(text[end - 1]) || Characters.IsWhiteSpace(text[end - 1])))
            end--;
        return start == end ? null : part with { Start = start, End = end, HasControls = Characters.IndexOfForbiddenControl(text.Slice(start, end - start)) >= 0 };
    }
}
