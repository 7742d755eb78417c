namespace MtaStsTools.Analyzers.Literals;

/// <summary>How a piece of a constant string is written.</summary>
internal enum LiteralKind
{
    /// <summary>Not as characters: <c>nameof</c>, a constant of another assembly.</summary>
    Opaque,
    Regular,
    Verbatim,
    RawSingleLine,
    RawMultiLine,
}
