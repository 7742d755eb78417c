using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class DnsCodecProperties
{
    private static readonly TsigKey Key = TsigKey.FromBase64("key.example", Convert.ToBase64String(new byte[32]));
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Signed = TsigSignature.Sign(
        new DnsMessage
        {
            Id = 7,
            IsResponse = true,
            Question = (WireName.FromText("example.com"), DnsRecordType.SOA, DnsClass.IN),
            Answers = [new DnsRecord(WireName.FromText("example.com"), DnsRecordType.NS, DnsClass.IN, 60, WireName.FromText("ns.example.com").Octets.ToArray())],
            Authority = [new DnsRecord(WireName.FromText("_mta-sts.example.com"), DnsRecordType.TXT, DnsClass.IN, 60, [3, 1, 2, 3])],
        }.ToArray(),
        Key,
        Now).Signed;

    [Property(MaxTest = 2000)]
    public void Any_octets_are_read_or_refused_and_never_throw(byte[] octets) => Read(octets);

    [Property(MaxTest = 2000)]
    public void Any_octets_behind_a_plausible_header_are_read_or_refused(byte[] octets, byte answers, byte additional) =>
        Read([0, 1, 0x84, 0, 0, 1, 0, answers, 0, 0, 0, additional, .. octets]);

    [Property(MaxTest = 2000)]
    public void A_damaged_message_is_read_or_refused_and_its_signature_never_holds(int place, byte value)
    {
        var octets = Signed.ToArray();
        var at = (int)((uint)place % octets.Length);
        if (octets[at] == value)
            return;
        octets[at] = value;
        Read(octets);
    }

    [Property(MaxTest = 500)]
    public void A_cut_message_is_refused(int length)
    {
        var cut = Signed.AsSpan(0, (int)((uint)length % Signed.Length));
        if (DnsMessage.TryParse(cut, out _))
            throw new InvalidOperationException("A message that breaks off was read.");
    }

    [Property(MaxTest = 1000)]
    public bool Txt_data_is_told_from_other_octets_and_keeps_every_octet(byte[] octets) =>
        TxtValue.FromRdata(octets) is not { } value || value.Rdata.SequenceEqual(octets);

    [Property(MaxTest = 500)]
    public Property Text_of_any_length_comes_back_from_its_strings() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        octets =>
        {
            var text = string.Concat(octets.SelectMany(octet => Enumerable.Repeat((char)octet, 7)));
            var value = TxtValue.FromText(text);
            return value.Text == text && TxtValue.FromRdata(value.Rdata)!.Equals(value);
        });

    private static void Read(byte[] octets)
    {
        if (!DnsMessage.TryParse(octets, out var message))
            return;
        foreach (var record in message.Answers.Concat(message.Authority).Concat(message.Additional))
            _ = (record.Name.ToString(), record.Target?.ToString(), TxtValue.FromRdata(record.Rdata)?.ToString());
        if (TsigSignature.Verify(octets, message, Key, new byte[32], Now, out _) == TsigVerdict.Good)
            throw new InvalidOperationException("A signature held that nobody made.");
    }
}
