namespace MtaStsTools.Grammar;

/// <summary>A known field name that a writer may have meant.</summary>
/// <param name="Name">The known name.</param>
/// <param name="IsCertain">Whether only case or separators differ.</param>
internal readonly record struct NearName(string Name, bool IsCertain);
