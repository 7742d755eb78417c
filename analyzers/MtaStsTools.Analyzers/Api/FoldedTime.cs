using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers.Api;

/// <summary>A TimeSpan that the source determines.</summary>
/// <param name="Value">The time.</param>
/// <param name="MistakenSeconds">The number that was given in another unit and only makes sense as seconds, or null.</param>
internal readonly record struct FoldedTime(TimeSpan Value, long? MistakenSeconds = null);
