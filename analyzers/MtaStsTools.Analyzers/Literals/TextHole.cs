namespace MtaStsTools.Analyzers.Literals;

/// <summary>A place in a text where something stands that is known when the program runs.</summary>
/// <param name="Offset">How many known characters stand before it.</param>
/// <param name="IsLineBreak">Whether it is a line break, of one system or another.</param>
internal readonly record struct TextHole(int Offset, bool IsLineBreak);
