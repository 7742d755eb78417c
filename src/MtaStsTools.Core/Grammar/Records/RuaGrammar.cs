using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Grammar.Records;

/// <summary>The addresses of a TLSRPT record.</summary>
/// <remarks>
/// RFC 8460 §3, with URI from RFC 3986:
/// <code>
/// tlsrpt-rua = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
/// tlsrpt-uri = URI   ; "mailto" or "https"; "!", "," and ";" percent-encoded
/// </code>
/// </remarks>
internal static class RuaGrammar
{
    public static void Read(ReadOnlySpan<char> text, RecordField field, ref FaultBuffer faults)
    {
        var value = field.Value(text);
        if (value.Length == 0)
        {
            faults.Add(TlsRptRules.RuaMalformed, field.Start, field.Length, "");
            return;
        }

        for (var start = 0; start <= value.Length;)
        {
            var comma = value.Slice(start).IndexOf(',');
            var end = comma < 0 ? value.Length : start + comma;
            ReadAddress(text, field.ValueStart + start, value.Slice(start, end - start), comma >= 0, ref faults);
            start = end + 1;
        }
    }

    /// <summary>The URIs of a value, white space around them not included.</summary>
    public static string[] Split(ReadOnlySpan<char> value) =>
        [.. value.ToString().Split(',').Select(uri => uri.Trim(' ', '\t')).Where(uri => uri.Length > 0)];

    private static void ReadAddress(ReadOnlySpan<char> text, int offset, ReadOnlySpan<char> piece, bool hasComma, ref FaultBuffer faults)
    {
        var uri = Characters.TrimWhiteSpace(piece);
        offset += Characters.LeadingWhiteSpace(piece);
        if (uri.Length == 0)
        {
            // Nothing between two commas, or behind the last: the comma itself is what is too much.
            var at = hasComma ? offset : offset - 1;
            while (text[at] != ',')
                at--;
            faults.Add(TlsRptRules.RuaMalformed, at, 1, "");
            return;
        }

        if (SchemeOf(uri) == Scheme.Other)
            faults.Add(TlsRptRules.RuaScheme, offset, uri.Length, uri.ToString());
        else if (!IsWellFormed(uri))
            faults.Add(TlsRptRules.RuaMalformed, offset, uri.Length, uri.ToString());
    }

    private enum Scheme
    {
        Other,
        MailTo,
        Https,
    }

    private static Scheme SchemeOf(ReadOnlySpan<char> uri) =>
        uri.StartsWith("mailto:".AsSpan(), StringComparison.OrdinalIgnoreCase) ? Scheme.MailTo
        : uri.StartsWith("https:".AsSpan(), StringComparison.OrdinalIgnoreCase) ? Scheme.Https
        : Scheme.Other;

    /// <summary>Whether the whole of an address with a known scheme is one.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> uri) =>
        SchemeOf(uri) == Scheme.MailTo ? IsMailTo(uri.Slice("mailto:".Length)) : IsHttps(uri.Slice("https:".Length));

    /// <remarks><c>mailtoURI = "mailto:" [to] ["?" hfields]</c> (RFC 6068 §2), with exactly one address as reports need one.</remarks>
    public static bool IsMailTo(ReadOnlySpan<char> rest)
    {
        var query = rest.IndexOf('?');
        var address = query < 0 ? rest : rest.Slice(0, query);
        var at = address.IndexOf('@');
        return at > 0 && AreUriCharacters(rest) && address.Slice(at + 1).IndexOf('@') < 0
            && (HostNameGrammar.IsHostName(address.Slice(at + 1)) || HostNameGrammar.IsAddress(address.Slice(at + 1)));
    }

    /// <remarks><c>"https:" "//" authority path-abempty ["?" query] ["#" fragment]</c> (RFC 9110 §4.2.2)</remarks>
    private static bool IsHttps(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//".AsSpan()) || !AreUriCharacters(rest))
            return false;
        var authority = rest.Slice(2);
        var end = authority.IndexOfAny('/', '?', '#');
        if (end >= 0)
            authority = authority.Slice(0, end);
        authority = authority.Slice(authority.LastIndexOf('@') + 1);
        var port = authority.LastIndexOf(':');
        if (port >= 0 && port > authority.LastIndexOf(']'))
        {
            if (!Characters.AreDigits(authority.Slice(port + 1)) || authority.Length - port > 6)
                return false;
            authority = authority.Slice(0, port);
        }

        return HostNameGrammar.IsHostName(authority) || HostNameGrammar.IsAddress(authority);
    }

    /// <summary>Characters of RFC 3986 §2 but <c>!</c>, which RFC 8460 wants encoded; a percent sign has its two digits.</summary>
    private static bool AreUriCharacters(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !IsHexDigit(text[i + 1]) || !IsHexDigit(text[i + 2]))
                    return false;
                i += 2;
            }
            else if (!Characters.IsLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~' or ':' or '/' or '?' or '#' or '[' or ']' or '@'
                or '$' or '&' or '\'' or '(' or ')' or '*' or '+' or '='))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHexDigit(char c) => Characters.IsDigit(c) || (uint)((c | 0x20) - 'a') <= 5;
}
