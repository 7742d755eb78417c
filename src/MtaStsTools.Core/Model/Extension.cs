using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>A field that the RFC does not know. It is kept and written again (RFC 8461 §3.1, §3.2; RFC 8460 §3).</summary>
public sealed record Extension
{
    /// <summary>A field yet to be filled in.</summary>
    public Extension()
    {
    }

    /// <summary>The field <paramref name="name"/> with its value.</summary>
    [SetsRequiredMembers]
    public Extension(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>1 to 32 letters, digits, <c>_</c>, <c>-</c> or <c>.</c>, a letter or digit first.</summary>
    public required string Name { get; init; }

    /// <summary>Its value, without outer spaces.</summary>
    public required string Value { get; init; }

    /// <summary>Name and value, safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Name)}: {DisplayText.Sanitize(Value)}";
}
