using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Says of a text with holes only what is true whatever stands in them: what the library says of every filling, at the same known characters.</summary>
internal static class PartialTextAssessor
{
    public static IReadOnlyList<(Finding Finding, SourceSpan Span)> Assess(PartialText text, TextSyntax syntax, PolicyAdvice advice)
    {
        Dictionary<(string Id, string Message, SourceSpan Span), Finding>? certain = null;
        foreach (var values in Fillings.Of(text))
        {
            var filled = text.Fill(values);
            var found = new Dictionary<(string Id, string Message, SourceSpan Span), Finding>();
            foreach (var finding in TextAssessor.Assess(filled.Value, syntax, advice))
            {
                var (offset, length) = (finding.Offset ?? 0, finding.Length ?? 0);
                if (!PartialText.IsKnown(filled, offset, length))
                    continue;
                var key = (finding.Id, finding.Message, filled.SpanOf(offset, length));
                if (certain is null || certain.ContainsKey(key))
                    found[key] = finding;
            }

            certain = found;
            if (certain.Count == 0)
                return [];
        }

        // A fix would have to be right for every filling too, and it cannot be written where there is no constant.
        return certain is null ? [] : [.. certain.Select(item => (item.Value with { Fix = null }, item.Key.Span)).OrderBy(item => item.Span.Start)];
    }
}
