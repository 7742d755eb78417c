namespace MtaStsTools.Grammar.Policy;

/// <summary>The mode that a policy text names; <see cref="Unknown"/> where it names none that there is.</summary>
internal enum PolicyMode : byte
{
    Unknown,
    None,
    Testing,
    Enforce,
}
