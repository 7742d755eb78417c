namespace MtaStsTools.Grammar.Records;

/// <summary>One field of a TXT record, as places in the text.</summary>
/// <param name="Start">First code unit of its name.</param>
/// <param name="NameLength">Length of its name.</param>
/// <param name="ValueStart">First code unit of its value.</param>
/// <param name="ValueLength">Length of its value.</param>
/// <param name="IsValid">Whether it is inside the grammar.</param>
internal readonly record struct RecordField(int Start, int NameLength, int ValueStart, int ValueLength, bool IsValid)
{
    public int Length => ValueStart + ValueLength - Start;

    public ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text.Slice(Start, NameLength);

    public ReadOnlySpan<char> Value(ReadOnlySpan<char> text) => text.Slice(ValueStart, ValueLength);
}
