namespace MtaStsTools.Dns.Messages;

/// <summary>A plan as the UPDATE message that carries it out (RFC 2136 §2).</summary>
internal static class UpdateMessage
{
    /// <summary>
    /// The prerequisites demand the very TXT record set that the plan was made from, or that there is none (§2.4.2, §2.4.3);
    /// then each value that goes is deleted by its data (§2.5.4) and each that comes is added (§2.5.1). What stays is not mentioned.
    /// </summary>
    public static DnsMessage For(ChangePlan plan)
    {
        var owner = WireName.FromText(plan.RecordName);
        var seen = plan.Steps.Where(step => step.Kind != ChangeKind.Add)
            .Select(step => Txt(owner, DnsClass.IN, 0, step.Value)).ToList();
        if (seen.Count == 0)
            seen.Add(new DnsRecord(owner, DnsRecordType.TXT, DnsClass.None, 0, []));

        var changes = plan.Steps.Where(step => step.Kind == ChangeKind.Remove).Select(step => Txt(owner, DnsClass.None, 0, step.Value))
            .Concat(plan.Steps.Where(step => step.Kind == ChangeKind.Add).Select(step => Txt(owner, DnsClass.IN, checked((uint)step.Ttl.TotalSeconds), step.Value)));
        return new DnsMessage
        {
            Id = 0,
            Opcode = DnsOpcode.Update,
            Question = (WireName.FromText(plan.Zone), DnsRecordType.SOA, DnsClass.IN),
            Answers = seen,
            Authority = [.. changes],
        };
    }

    private static DnsRecord Txt(WireName owner, DnsClass @class, uint ttl, TxtValue value) =>
        new(owner, DnsRecordType.TXT, @class, ttl, value.Rdata.ToArray());
}
