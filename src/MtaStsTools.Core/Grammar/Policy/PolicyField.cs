namespace MtaStsTools.Grammar.Policy;

/// <summary>One field of a policy text, as places in the text.</summary>
/// <param name="Kind">Which field it is.</param>
/// <param name="HasControls">Whether control characters stand inside, which explain whatever else is wrong with it.</param>
/// <param name="LineStart">First code unit of its line, white space before the name included.</param>
/// <param name="Start">First code unit of its name.</param>
/// <param name="NameLength">Length of its name.</param>
/// <param name="ValueStart">First code unit of its value.</param>
/// <param name="ValueLength">Length of its value, white space around it not included.</param>
/// <param name="LineEnd">Just behind its line, the terminator included.</param>
internal record struct PolicyField(
    PolicyFieldKind Kind, bool HasControls, int LineStart, int Start, int NameLength, int ValueStart, int ValueLength, int LineEnd)
{
    /// <summary>Whether it is part of the policy: its value is inside the grammar, and no field before it says the same.</summary>
    public bool IsValid { get; set; }

    /// <summary>Whether a field before it has taken its place.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Just behind the value.</summary>
    public readonly int End => ValueStart + ValueLength;

    /// <summary>From the name to the end of the value.</summary>
    public readonly int Length => End - Start;

    /// <summary>The places that a finding about the value marks; an empty value has none, so the name and its colon stand for it.</summary>
    public readonly (int Offset, int Length) ValueSpan => ValueLength == 0 ? (Start, NameLength + 1) : (ValueStart, ValueLength);

    public readonly ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text.Slice(Start, NameLength);

    public readonly ReadOnlySpan<char> Value(ReadOnlySpan<char> text) => text.Slice(ValueStart, ValueLength);
}
