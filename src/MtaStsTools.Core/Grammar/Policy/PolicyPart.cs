namespace MtaStsTools.Grammar.Policy;

/// <summary>A line of a policy text, or the part of one that its writer took for a line.</summary>
/// <param name="LineStart">First code unit of the part, white space included.</param>
/// <param name="Start">First code unit of its content.</param>
/// <param name="End">Just behind its content.</param>
/// <param name="LineEnd">Just behind the part, its terminator included.</param>
/// <param name="HasControls">Whether control characters stand inside the content.</param>
internal readonly record struct PolicyPart(int LineStart, int Start, int End, int LineEnd, bool HasControls)
{
    public ReadOnlySpan<char> Content(ReadOnlySpan<char> text) => text.Slice(Start, End - Start);
}
