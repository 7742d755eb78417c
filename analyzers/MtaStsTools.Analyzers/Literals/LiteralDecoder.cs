using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Reads the tokens of string literals, each code unit of the value with its place. What it cannot read it gives up: a wrong place is worse than a coarse one.</summary>
internal static class LiteralDecoder
{
    public static TextPiece? Literal(LiteralExpressionSyntax literal)
    {
        var token = literal.Token;
        // While it is typed, a literal may have no end, or lines outside its indentation.
        if (token.ContainsDiagnostics)
            return null;
        var content = new PieceBuilder();
        var text = token.Text;
        var suffix = text.EndsWith("u8", StringComparison.OrdinalIgnoreCase) && text[text.Length - 3] == '"' ? 2 : 0;
        LiteralForm form;
        int end;
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                var verbatim = text[0] == '@';
                form = new LiteralForm(verbatim ? LiteralKind.Verbatim : LiteralKind.Regular, NewLine: NewLineOf(literal));
                end = text.Length - suffix - 1;
                Read(text, verbatim ? 2 : 1, end, token.SpanStart, form, atLineStart: false, content);
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken:
                var quotes = LeadingQuotes(text, 0);
                form = new LiteralForm(LiteralKind.RawSingleLine, Quotes: quotes);
                end = text.Length - suffix - quotes;
                Read(text, quotes, end, token.SpanStart, form, atLineStart: false, content);
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                return MultiLine(literal, text, suffix);
            default:
                return null;
        }

        return Checked(literal.SyntaxTree, token, form, content, token.SpanStart + end, token.ValueText);
    }

    /// <summary>One stretch of text between the holes of an interpolated string.</summary>
    public static TextPiece? InterpolatedText(InterpolatedStringExpressionSyntax whole, InterpolatedStringTextSyntax part)
    {
        if (whole.ContainsDiagnostics || FormOf(whole) is not { } form)
            return null;
        var token = part.TextToken;
        var content = new PieceBuilder();
        var first = form.Kind == LiteralKind.RawMultiLine && whole.Contents[0] == part;
        Read(token.Text, 0, token.Text.Length, token.SpanStart, form, first, content);
        return Checked(whole.SyntaxTree, token, form, content, token.Span.End, form.IsRaw ? token.ValueText : WithSingleBraces(token.ValueText));
    }

    // The value of the token has its braces doubled as they are written; the compiler makes one of two when it makes the string.
    private static string WithSingleBraces(string text) => text.Replace("{{", "{").Replace("}}", "}");

    private static LiteralForm? FormOf(InterpolatedStringExpressionSyntax whole)
    {
        var start = whole.StringStartToken;
        switch (start.Kind())
        {
            case SyntaxKind.InterpolatedStringStartToken:
                return new LiteralForm(LiteralKind.Regular, IsInterpolated: true);
            case SyntaxKind.InterpolatedVerbatimStringStartToken:
                return new LiteralForm(LiteralKind.Verbatim, IsInterpolated: true, NewLine: NewLineOf(whole));
            case SyntaxKind.InterpolatedSingleLineRawStringStartToken:
                return new LiteralForm(LiteralKind.RawSingleLine, IsInterpolated: true, Quotes: start.Text.Count(c => c == '"'));
            case SyntaxKind.InterpolatedMultiLineRawStringStartToken:
                var closing = whole.StringEndToken.Text;
                var indentation = closing.Substring(0, closing.IndexOf('"')).TrimStart('\r', '\n');
                return new LiteralForm(LiteralKind.RawMultiLine, IsInterpolated: true, start.Text.Count(c => c == '"'), indentation, NewLineOf(whole));
            default:
                return null;
        }
    }

    private static TextPiece? MultiLine(LiteralExpressionSyntax literal, string text, int suffix)
    {
        var quotes = LeadingQuotes(text, 0);
        var first = text.IndexOf('\n') + 1;
        var last = text.LastIndexOf('\n');
        if (first <= 0 || last < 0)
            return null;
        var closing = text.Length - suffix - quotes;
        var form = new LiteralForm(LiteralKind.RawMultiLine, IsInterpolated: false, quotes, text.Substring(last + 1, closing - last - 1), NewLineOf(literal));
        var end = last > 0 && text[last - 1] == '\r' ? last - 1 : last;
        var content = new PieceBuilder();
        if (end > first)
            Read(text, first, end, literal.Token.SpanStart, form, atLineStart: true, content);
        return end < first ? null : Checked(literal.SyntaxTree, literal.Token, form, content, literal.Token.SpanStart + end, literal.Token.ValueText);
    }

    private static TextPiece? Checked(SyntaxTree tree, SyntaxToken token, LiteralForm form, PieceBuilder content, int contentEnd, string expected)
    {
        var value = content.Value;
        return value == expected ? new TextPiece(tree, form, token.Span, value, content.Starts, content.Ends, contentEnd) : null;
    }

    private static void Read(string text, int start, int end, int origin, LiteralForm form, bool atLineStart, PieceBuilder content)
    {
        var i = atLineStart ? SkipIndentation(text, start, end, form) : start;
        while (i < end)
        {
            var c = text[i];
            var next = i + 1;
            if (form.Kind == LiteralKind.Regular && c == '\\')
            {
                next = ReadEscape(text, i, end, origin, content);
            }
            else
            {
                if ((c == '"' && form.Kind == LiteralKind.Verbatim) || (c is '{' or '}' && form is { IsInterpolated: true, IsRaw: false }))
                    next = i + 2;
                content.Add(c, origin + i, origin + next);
                if (c == '\n' && form.Kind == LiteralKind.RawMultiLine)
                {
                    next = SkipIndentation(text, next, end, form);
                    content.Extend(origin + next);
                }
            }

            i = next;
        }
    }

    private static int SkipIndentation(string text, int start, int end, LiteralForm form)
    {
        var i = start;
        while (i < end && i - start < form.Indentation.Length && text[i] is not ('\r' or '\n'))
            i++;
        return i;
    }

    private static int ReadEscape(string text, int at, int end, int origin, PieceBuilder content)
    {
        var kind = at + 1 < end ? text[at + 1] : '\0';
        var digits = kind switch { 'u' => 4, 'U' => 8, 'x' => HexDigits(text, at + 2, end), _ => 0 };
        var next = Math.Min(at + 2 + digits, end);
        if (digits > 0)
        {
            if (!int.TryParse(text.Substring(at + 2, next - at - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10FFFF)
                return end;
            var units = code > 0xFFFF ? char.ConvertFromUtf32(code) : ((char)code).ToString();
            foreach (var unit in units)
                content.Add(unit, origin + at, origin + next);
            return next;
        }

        content.Add(kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', 'e' => '\u001B', _ => kind }, origin + at, origin + next);
        return next;
    }

    private static int HexDigits(string text, int start, int end)
    {
        var count = 0;
        while (count < 4 && start + count < end && Uri.IsHexDigit(text[start + count]))
            count++;
        return count;
    }

    private static int LeadingQuotes(string text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] == '"')
            i++;
        return i - start;
    }

    /// <summary>The line ending that the literal has inside, or else the one of its file.</summary>
    private static string NewLineOf(SyntaxNode node)
    {
        if (node.ToString() is var own && own.IndexOf('\n') is var inside and >= 0)
            return inside > 0 && own[inside - 1] == '\r' ? "\r\n" : "\n";
        var text = node.SyntaxTree.GetText();
        var line = text.Lines[0];
        return line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";
    }
}
