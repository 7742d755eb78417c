using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>Works out what certainly fixes an address of a TLSRPT record.</summary>
internal static class RuaFixer
{
    /// <summary>A mail address without its scheme.</summary>
    public static TextFix? WriteScheme(string text, Fault fault)
    {
        var uri = text.AsSpan(fault.Offset, fault.Length);
        return uri.IndexOf(':') < 0 && RuaGrammar.IsMailTo(uri) ? new TextFix(fault.Offset, 0, "mailto:") : null;
    }

    /// <summary>A comma with no address behind or before it, or the size limit of a DMARC record behind one.</summary>
    public static TextFix? RemoveSurplus(string text, Fault fault)
    {
        var uri = text.AsSpan(fault.Offset, fault.Length);
        if (uri is [','])
            return new TextFix(fault.Offset, fault.Length, "");
        var size = SizeLimitIn(uri);
        return size >= 0 && RuaGrammar.IsWellFormed(uri.Slice(0, size)) ? new TextFix(fault.Offset + size, uri.Length - size, "") : null;
    }

    /// <summary>Where the limit that a DMARC record may have begins (<c>!10m</c>, RFC 7489 §6.2), which TLSRPT knows nothing of; -1 where there is none.</summary>
    private static int SizeLimitIn(ReadOnlySpan<char> uri)
    {
        var mark = uri.LastIndexOf('!');
        if (mark < 0)
            return -1;
        var limit = uri.Slice(mark + 1);
        if (limit.Length > 0 && (limit[limit.Length - 1] | 0x20) is 'k' or 'm' or 'g' or 't')
            limit = limit.Slice(0, limit.Length - 1);
        return limit.Length > 0 && Characters.AreDigits(limit) ? mark : -1;
    }
}
