using System.Globalization;

namespace MtaStsTools;

/// <summary>What a step does to one value.</summary>
public enum ChangeKind
{
    /// <summary>The value is there and stays.</summary>
    Keep,

    /// <summary>The value is there and goes.</summary>
    Remove,

    /// <summary>The value is not there and comes.</summary>
    Add,
}
