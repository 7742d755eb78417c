using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.DynamicUpdate;

/// <summary>A change as the UPDATE message that makes it (RFC 2136 §2).</summary>
internal static class UpdateMessage
{
    /// <summary>
    /// The prerequisites demand the very TXT record set that the change was worked out from, or that there is none and no alias either: a server ignores
    /// records added beside a CNAME and answers NOERROR (§2.4.2, §2.4.3, §3.4.2.2). Then each value that goes is deleted by its data (§2.5.4) and each
    /// that comes is added (§2.5.1). What stays is not mentioned.
    /// </summary>
    public static DnsMessage For(RecordChange change)
    {
        var owner = WireName.FromText(change.RecordName);
        return new DnsMessage
        {
            Id = 0,
            Opcode = DnsOpcode.Update,
            Question = (WireName.FromText(change.Zone), DnsRecordType.SOA, DnsClass.IN),
            Answers = change.Expected.Count > 0
                ? [.. change.Expected.Select(value => Txt(owner, DnsClass.IN, TimeSpan.Zero, value))]
                : [Absent(owner, DnsRecordType.TXT), Absent(owner, DnsRecordType.CNAME)],
            Authority =
            [
                .. change.Remove.Select(value => Txt(owner, DnsClass.None, TimeSpan.Zero, value)),
                .. change.Add.Select(value => Txt(owner, DnsClass.IN, change.Ttl, value)),
            ],
        };
    }

    private static DnsRecord Absent(WireName owner, DnsRecordType type) => new(owner, type, DnsClass.None, 0, []);

    private static DnsRecord Txt(WireName owner, DnsClass @class, TimeSpan ttl, TxtValue value) =>
        new(owner, DnsRecordType.TXT, @class, checked((uint)ttl.TotalSeconds), value.Rdata.ToArray());
}
