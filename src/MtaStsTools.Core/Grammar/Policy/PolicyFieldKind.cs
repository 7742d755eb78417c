namespace MtaStsTools.Grammar.Policy;

/// <summary>What a line of a policy is about.</summary>
internal enum PolicyFieldKind : byte
{
    Extension,
    Version,
    Mode,
    Mx,
    MaxAge,
}
