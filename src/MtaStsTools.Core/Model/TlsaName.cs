namespace MtaStsTools;

/// <summary>Where the TLSA records of an MX host are: below its TLSA base domain, at port 25 (RFC 7672 §2.2.3).</summary>
internal static class TlsaName
{
    private const string Labels = "_25._tcp.";

    public static string Of(string host) => Labels + host;

    /// <summary>The TLSA base domain of a name that TLSA records were asked for.</summary>
    public static string BaseDomain(string name) => name.StartsWith(Labels, StringComparison.OrdinalIgnoreCase) ? name.Substring(Labels.Length) : name;
}
