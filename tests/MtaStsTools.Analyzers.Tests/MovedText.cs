using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>
/// Sources of a test with each constant string moved to a class of another project, and the findings of their markup where they must then stand: at the name.
/// UTF-8 literals stay, since they are no constants, and so do the arguments of attributes, which say what
/// a text is and not what it says; what is put together of names stays, and the strings behind the names move.
/// </summary>
internal sealed class MovedText
{
    private const string Class = "Moved";

    private readonly List<string> _constants = [];
    private readonly List<string> _sources = [];
    private readonly List<(int Source, string Id, SourceSpan Span, bool IsMoved)> _expected = [];

    private MovedText(IReadOnlyList<string> marked)
    {
        var read = marked.Select(Read).ToList();
        var compilation = Verify.Compile([.. read.Select(source => source.Text)]);
        foreach (var (index, tree) in compilation.SyntaxTrees.Index())
            Move(index, tree.GetRoot(), compilation.GetSemanticModel(tree), read[index].Found);
    }

    /// <summary>The sources without their strings.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>The findings; one is moved where it is about a string that was moved.</summary>
    public IReadOnlyList<(int Source, string Id, SourceSpan Span, bool IsMoved)> Expected => _expected;

    /// <summary>The source of the other project, or null where there was nothing to move.</summary>
    public string? Holder => _constants.Count == 0 ? null : $"public static class {Class} {{ {string.Join(' ', _constants)} }}";

    public static MovedText Of(params IReadOnlyList<string> marked) => new(marked);

    private static (string Text, List<(string Id, SourceSpan Span)> Found) Read(string marked)
    {
        TestFileMarkupParser.GetSpans(marked, out var text, out System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<SourceSpan>> spans);
        return (text, [.. spans.SelectMany(item => item.Value.Select(span => (item.Key, span)))]);
    }

    private void Move(int index, SyntaxNode root, SemanticModel model, List<(string Id, SourceSpan Span)> found)
    {
        var moved = root.DescendantNodes(node => !IsConstant(node, model)).Where(node => IsConstant(node, model)).ToList();
        var edits = new List<(SourceSpan From, SourceSpan To)>();
        var text = root.ToFullString();
        var shift = 0;
        foreach (var node in moved)
        {
            var name = $"{Class}.T{_constants.Count}";
            _constants.Add($"public const string T{_constants.Count} = {SymbolDisplay.FormatLiteral((string)model.GetConstantValue(node).Value!, quote: true)};");
            text = text.Remove(node.SpanStart + shift, node.Span.Length).Insert(node.SpanStart + shift, name);
            edits.Add((node.Span, new SourceSpan(node.SpanStart + shift, name.Length)));
            shift += name.Length - node.Span.Length;
        }

        _sources.Add(text);
        foreach (var (id, span) in found)
        {
            var start = edits.FindIndex(edit => edit.From.Contains(span.Start));
            var end = edits.FindIndex(edit => edit.From.Start < span.End && span.End <= edit.From.End);
            var to = SourceSpan.FromBounds(start < 0 ? Shifted(span.Start) : edits[start].To.Start, end < 0 ? start < 0 || span.Length > 0 ? Shifted(span.End) : edits[start].To.End : edits[end].To.End);
            _expected.Add((index, id, to, start >= 0 || end >= 0));
        }

        int Shifted(int position) => position + edits.Where(edit => edit.From.End <= position).Sum(edit => edit.To.Length - edit.From.Length);
    }

    private static bool IsConstant(SyntaxNode node, SemanticModel model) =>
        node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax
        && !node.Ancestors().Any(ancestor => ancestor is AttributeArgumentSyntax) && !node.DescendantNodes().OfType<IdentifierNameSyntax>().Any()
        && model.GetConstantValue(node) is { HasValue: true, Value: string };
}
