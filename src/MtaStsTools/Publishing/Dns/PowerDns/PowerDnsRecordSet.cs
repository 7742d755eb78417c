using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.PowerDns;

/// <summary>The records of one name and type.</summary>
/// <param name="Name">The owner, with the final dot.</param>
/// <param name="Type">The type.</param>
/// <param name="Ttl">The time to live in seconds.</param>
/// <param name="Records">All, also the disabled ones.</param>
internal sealed record PowerDnsRecordSet(string Name, string Type, int Ttl, IReadOnlyList<PowerDnsRecord> Records)
{
    public IEnumerable<string> Served => Records.Where(record => !record.IsDisabled).Select(record => record.Content);

    public static PowerDnsRecordSet Read(ApiJson set) => new(
        set["name"].Name(), set["type"].Name(), set["ttl"].Whole(), [.. set["records"].Items().Select(PowerDnsRecord.Read)]);

    public bool Is(string name, string type) =>
        string.Equals(Type, type, StringComparison.OrdinalIgnoreCase) && string.Equals(Name.TrimEnd('.'), name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
