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
