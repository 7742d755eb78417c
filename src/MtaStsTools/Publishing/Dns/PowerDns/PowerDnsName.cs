namespace MtaStsTools.Publishing.Dns.PowerDns;

/// <summary>Names as the API takes them: in lower case, with the final dot.</summary>
internal static class PowerDnsName
{
    public static string Of(string name) => name.TrimEnd('.').ToLowerInvariant() + ".";
}
