namespace MtaStsTools.Analyzers.Texts;

/// <summary>The names that people write for a grammar.</summary>
internal static class TextSyntaxNames
{
    /// <summary>The argument of <c>[StringSyntax("…")]</c>.</summary>
    public static TextSyntax FromAttribute(string? name) => name switch
    {
        "MtaStsPolicy" => TextSyntax.Policy,
        "MtaStsRecord" => TextSyntax.Record,
        "TlsRptRecord" => TextSyntax.TlsRpt,
        "MtaStsDomainName" => TextSyntax.DomainName,
        _ => TextSyntax.None,
    };

    /// <summary>The value of a <c>// lang=…</c> comment.</summary>
    public static TextSyntax FromComment(string name) => name switch
    {
        "mta-sts-policy" => TextSyntax.Policy,
        "mta-sts-record" => TextSyntax.Record,
        "tlsrpt-record" => TextSyntax.TlsRpt,
        _ => TextSyntax.None,
    };

    /// <summary>The name that is meant by one that is nearly ours, or null where it is another language's.</summary>
    public static string? NearComment(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (letters.StartsWith("tlsrpt", StringComparison.Ordinal))
            return "tlsrpt-record";
        if (!letters.StartsWith("mtasts", StringComparison.Ordinal))
            return null;
        return letters.Contains("rec") || letters.EndsWith("txt", StringComparison.Ordinal) || letters.EndsWith("dns", StringComparison.Ordinal) ? "mta-sts-record" : "mta-sts-policy";
    }

    /// <summary>For messages: what such a text is.</summary>
    public static string Describe(this TextSyntax syntax) => syntax switch
    {
        TextSyntax.Policy => "a policy",
        TextSyntax.Record => "an MTA-STS record",
        TextSyntax.TlsRpt => "a TLSRPT record",
        TextSyntax.DomainName => "a domain name",
        _ => "no text of MTA-STS",
    };
}
