namespace MtaStsTools.Sdk.Tests.Architecture;

/// <summary>One top-level type that names another somewhere: in a signature, a field, an attribute or the body of a method.</summary>
/// <param name="User">The full name of the one that uses.</param>
/// <param name="Used">The full name of the one that is used.</param>
internal sealed record TypeUse(string User, string Used);
