namespace MtaStsTools;

/// <summary>One MX record.</summary>
/// <param name="Preference">Lower is tried first.</param>
/// <param name="Host">The exchange in A-label form without the root dot; empty for the root itself.</param>
public sealed record MxFact(int Preference, string Host);
