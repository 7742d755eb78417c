namespace MtaStsTools.Grammar.Names;

/// <summary>What shows in passing while a host name is read.</summary>
[Flags]
internal enum NameTraits : byte
{
    None = 0,
    HasDot = 1,
    HasY = 2,
}
