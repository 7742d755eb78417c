namespace MtaStsTools.Grammar.Policy;

/// <summary>One field of a policy text, as places in the text.</summary>
/// <param name="Kind">Which field it is.</param>
/// <param name="IsValid">Whether its value is inside the grammar.</param>
/// <param name="LineStart">First code unit of its line, white space before the name included.</param>
/// <param name="Start">First code unit of its name.</param>
/// <param name="NameLength">Length of its name.</param>
/// <param name="ValueStart">First code unit of its value.</param>
/// <param name="ValueLength">Length of its value, white space around it not included.</param>
/// <param name="LineEnd">Just behind its line, the terminator included.</param>
internal readonly record struct PolicyField(
    PolicyFieldKind Kind, bool IsValid, int LineStart, int Start, int NameLength, int ValueStart, int ValueLength, int LineEnd)
{
    /// <summary>Just behind the value.</summary>
    public int End => ValueStart + ValueLength;

    /// <summary>From the name to the end of the value.</summary>
    public int Length => End - Start;

    public ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text.Slice(Start, NameLength);

    public ReadOnlySpan<char> Value(ReadOnlySpan<char> text) => text.Slice(ValueStart, ValueLength);
}
