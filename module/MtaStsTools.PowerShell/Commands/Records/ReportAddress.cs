namespace MtaStsTools.PowerShell.Commands;

/// <summary>Where TLS reports go, as people write it.</summary>
internal static class ReportAddress
{
    /// <summary>The URI of a mail address or a URI. The three signs that part things inside a record are escaped; the rest of a URI is the user's own (RFC 8460 §3).</summary>
    public static string ToUri(string address)
    {
        var uri = address.IndexOf(':') < 0 && address.IndexOf('@') > 0 ? "mailto:" + address : address;
        return uri.Replace(",", "%2C").Replace("!", "%21").Replace(";", "%3B");
    }

    /// <summary>The text of the record that asks for reports at these addresses.</summary>
    public static string RecordText(IEnumerable<string> addresses) => $"v=TLSRPTv1; rua={string.Join(",", addresses.Select(ToUri))};";
}
