namespace MtaStsTools;

/// <summary>A field that the RFC does not know. It is kept and written again (RFC 8461 §3.1, §3.2; RFC 8460 §3).</summary>
/// <param name="Name">1 to 32 letters, digits, <c>_</c>, <c>-</c> or <c>.</c>, a letter or digit first.</param>
/// <param name="Value">Its value, without outer spaces.</param>
public sealed record Extension(string Name, string Value);
