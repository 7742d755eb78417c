namespace MtaStsTools.Analyzers.Api;

/// <summary>Where a type holds a policy.</summary>
/// <param name="Path">The members that lead to it; null where the type is a policy, or a collection of them.</param>
/// <param name="IsInCollection">Whether a list, array or dictionary is on the way.</param>
internal sealed record PolicyHolding(string? Path, bool IsInCollection);
