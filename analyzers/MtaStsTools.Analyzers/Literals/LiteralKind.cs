namespace MtaStsTools.Analyzers.Literals;

/// <summary>How a piece of a constant string is written.</summary>
internal enum LiteralKind
{
    /// <summary>Not as characters: <c>nameof</c>, a constant of another assembly.</summary>
    Opaque,

    /// <summary>Not known before the program runs.</summary>
    Hole,

    /// <summary>The line break of the system that the program runs on.</summary>
    LineBreak,
    Regular,
    Verbatim,
    RawSingleLine,
    RawMultiLine,
}
