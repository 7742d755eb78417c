using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Grammar.Policy;

/// <summary>Recognises what stands at the place of a policy and is something else altogether.</summary>
internal static class ForeignText
{
    public const string Empty = "empty";
    public const string WithoutFields = "text without a single field";

    /// <summary>What the text is, in words for a message; null where it may be a policy.</summary>
    public static string? Recognize(ReadOnlySpan<char> text)
    {
        // Nearly every text begins as a policy should.
        if (text.StartsWith("version:".AsSpan()))
            return null;
        text = text.TrimStart();
        if (text.StartsWith("<".AsSpan()))
            return "an HTML page";
        if (text.StartsWith("{\\rtf".AsSpan()))
            return "an RTF document";
        if (IsJson(text))
            return "JSON";
        return IsRecord(text) ? "a TXT record" : null;
    }

    private static bool IsJson(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is '{' or '[' && text.Slice(1).TrimStart() is var inner && inner.Length > 0 && inner[0] is '"' or '{' or '}' or ']';

    /// <summary>A record is one line; with more lines below, only that one is wrong.</summary>
    private static bool IsRecord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('"');
        var isRecord = text.StartsWith(WellKnownNames.RecordVersion.AsSpan(), StringComparison.OrdinalIgnoreCase)
            || text.StartsWith(WellKnownNames.TlsRptVersion.AsSpan(), StringComparison.OrdinalIgnoreCase);
        return isRecord && text.TrimEnd().IndexOf('\n') < 0;
    }
}
