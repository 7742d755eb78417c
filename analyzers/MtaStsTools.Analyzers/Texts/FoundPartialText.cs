using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>A text with holes at one of the places that use it.</summary>
/// <param name="Text">What is known of the text, and where it is written.</param>
/// <param name="Syntax">The grammar that it is meant to follow.</param>
/// <param name="Use">The expression that is used: the text itself, or a name for it.</param>
/// <param name="Comment">The comment that names the grammar, or null where a parameter or member does.</param>
/// <param name="Model">The meaning of the source that uses the text.</param>
/// <param name="Report">Takes what there is to say about it.</param>
/// <param name="CancellationToken">Ends the work.</param>
internal readonly record struct FoundPartialText(
    PartialText Text, TextSyntax Syntax, ExpressionSyntax Use, LanguageComment? Comment, SemanticModel Model, Action<Diagnostic> Report, CancellationToken CancellationToken);
