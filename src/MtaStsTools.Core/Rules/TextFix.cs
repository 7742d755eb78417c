namespace MtaStsTools;

/// <summary>The replacement that certainly fixes a finding: put <paramref name="NewText"/> in place of the named code units.</summary>
/// <param name="Offset">Zero-based index of the first code unit to replace.</param>
/// <param name="Length">Number of code units to replace; zero inserts.</param>
/// <param name="NewText">What to put there; empty removes.</param>
public sealed record TextFix(int Offset, int Length, string NewText);
