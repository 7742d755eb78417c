using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>The replacement that certainly fixes a finding: put <see cref="NewText"/> in place of the named code units.</summary>
public sealed record TextFix
{
    /// <summary>A replacement yet to be filled in.</summary>
    public TextFix()
    {
    }

    /// <summary>Puts <paramref name="newText"/> in place of <paramref name="length"/> code units at <paramref name="offset"/>.</summary>
    [SetsRequiredMembers]
    public TextFix(int offset, int length, string newText)
    {
        Offset = offset;
        Length = length;
        NewText = newText;
    }

    /// <summary>Zero-based index of the first code unit to replace.</summary>
    public required int Offset { get; init; }

    /// <summary>Number of code units to replace; zero inserts.</summary>
    public required int Length { get; init; }

    /// <summary>What to put there; empty removes.</summary>
    public required string NewText { get; init; }

    /// <summary>What goes where; safe to display.</summary>
    public override string ToString() => FormattableString.Invariant($"{Length} at {Offset}: \"{DisplayText.Sanitize(NewText)}\"");
}
