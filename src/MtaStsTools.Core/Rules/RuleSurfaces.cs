namespace MtaStsTools;

/// <summary>Where a finding of a <see cref="Rule"/> can come from.</summary>
[Flags]
public enum RuleSurfaces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>A text that is read: of a policy, of a record, of a name.</summary>
    Text = 1,

    /// <summary>The typed values of a policy.</summary>
    Values = 2,

    /// <summary>C# code, in the compiler and the editor.</summary>
    Code = 4,

    /// <summary>A policy file of a project, in the compiler and the editor.</summary>
    File = 8,

    /// <summary>What was observed of a live domain.</summary>
    Live = 16,

    /// <summary>The plan of a change and what came of it.</summary>
    Publishing = 32,
}
