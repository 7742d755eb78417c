using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.PowerDns;

/// <summary>One record of a set.</summary>
/// <param name="Content">Its data as master files write it.</param>
/// <param name="IsDisabled">It is kept and not served.</param>
internal sealed record PowerDnsRecord(string Content, bool IsDisabled)
{
    public static PowerDnsRecord Read(ApiJson record) => new(record["content"].Text(), record.Find("disabled")?.Flag() ?? false);
}
