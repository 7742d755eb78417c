namespace MtaStsTools.Grammar.Policy;

/// <summary>What can be wrong with a lifetime.</summary>
internal enum LifetimeProblem
{
    None,
    OutOfRange,
    Zero,
    UnderADay,
    Short,
    LongForNone,
}
