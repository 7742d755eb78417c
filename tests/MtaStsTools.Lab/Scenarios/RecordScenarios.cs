using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>The TXT record at <c>_mta-sts</c> and the DNS that carries it (RFC 8461 §3.1, §8.2).</summary>
internal static class RecordScenarios
{
    public static IEnumerable<LabScenario> List => [.. Texts, .. Delegations, .. Failures];

    private static IEnumerable<LabScenario> Texts =>
    [
        Sound("no-record", "A policy host, and no TXT record that leads there.").WithMtaSts(),
        Sound("record-at-policy-host", "The record stands at mta-sts. in place of _mta-sts.")
            .WithMtaSts().WithRecords("mta-sts", DnsType.Txt, LabRecord.Txt("mta-sts", GoodRecord)),
        Sound("record-at-domain", "The record stands at the domain itself, beside an SPF record.")
            .WithMtaSts().WithRecords("@", DnsType.Txt, LabRecord.Txt("@", "v=spf1 -all"), LabRecord.Txt("@", GoodRecord)),
        Sound("no-data", "_mta-sts exists and has no TXT record.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Txt("below._mta-sts", "something else")),
        Sound("record-only", "A TXT record, and no policy host.") with { PolicyHosts = [] },
        Sound("two-records", "Two valid records.").WithMtaSts(GoodRecord, "v=STSv1; id=20260102T000000;"),
        Sound("good-and-malformed-record", "One good and one malformed record: counted before syntax, so two.")
            .WithMtaSts(GoodRecord, "v=STSv1; id=no-good;"),
        Sound("malformed-id", "The id has characters that are not letters or digits.").WithMtaSts("v=STSv1; id=2026-01-01;"),
        Sound("long-id", "The id has 33 characters.").WithMtaSts("v=STSv1; id=123456789012345678901234567890123;"),
        Sound("missing-id", "The record has no id.").WithMtaSts("v=STSv1;"),
        Sound("space-before-semicolon", "A space before the first semicolon: senders differ.")
            .WithMtaSts("v=STSv1 ; id=20260101T000000;"),
        Sound("discarded-beside-good", "What senders discard stands beside the record: another version, bare, in small letters.")
            .WithMtaSts("v=STSv10; id=1;", "v=STSv1", GoodRecord, "v=stsv1; id=1;"),
        Sound("wrong-version", "The version is STSv2.").WithMtaSts("v=STSv2; id=20260101T000000;"),
        Sound("duplicate-field", "Two id fields: the first counts.").WithMtaSts("v=STSv1; id=20260101T000000; id=20260102T000000;"),
        Sound("extension-field", "An unknown, well-formed field.").WithMtaSts("v=STSv1; id=20260101T000000; note=hello;"),
        Sound("multi-string-record", "One record of two strings, split inside the id.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Txt("_mta-sts", "v=STSv1; id=2026", "0101T000000;")),
        Sound("split-prefix-record", "One record of three strings, split inside the version.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Txt("_mta-sts", "v=ST", "Sv1; id=20260101", "T000000;")),
        Sound("foreign-txt-beside", "SPF and a site verification stand beside the record.")
            .WithMtaSts("v=spf1 -all", GoodRecord, "site-verification=4f2a"),
        Sound("escape-record", "A foreign TXT value and an extension carry terminal escapes.")
            .WithMtaSts("\u001b]52;c;cHduZWQ=\u0007\u009b31m", "v=STSv1; id=20260101T000000; note=\u001b[2J\u0007;"),
    ];

    private static IEnumerable<LabScenario> Delegations =>
    [
        Sound("cname-delegated", "The record is reached through two CNAMEs, into a provider's zone.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Cname("_mta-sts", "hop.cname-delegated.test."))
            .WithRecords("hop", DnsType.Cname, LabRecord.Cname("hop", "_mta-sts.customer1.provider.test.")) with
        {
            OtherZones = [new LabZone("provider.test", LabRecord.Txt("_mta-sts.customer1", GoodRecord))],
        },
        Sound("zone-delegated", "_mta-sts is a zone of its own.").WithMtaSts() with
        {
            OtherZones = [new LabZone("_mta-sts.zone-delegated.test", LabRecord.Txt("@", GoodRecord))],
        },
        Sound("cname-loop", "The record's CNAMEs go round in a circle.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Cname("_mta-sts", "round"), LabRecord.Cname("round", "_mta-sts")),
        Sound("cname-dangling-record", "The record's CNAME leads to a name that does not exist.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Cname("_mta-sts", "gone.cname-dangling-record.test.")),
    ];

    private static IEnumerable<LabScenario> Failures =>
    [
        Sound("servfail", "The name server fails (SERVFAIL) on the record.").WithDnsFault("_mta-sts", DnsFault.ServFail),
        Sound("refused", "The name server refuses (REFUSED) the record.").WithDnsFault("_mta-sts", DnsFault.Refused),
        Sound("timeout", "The name server says nothing about the record.").WithDnsFault("_mta-sts", DnsFault.Silent),
        Sound("garbage-answer", "The name server answers with octets that are no DNS message.").WithDnsFault("_mta-sts", DnsFault.Garbage),
        Sound("wrong-id-answer", "The name server answers with another transaction's id.").WithDnsFault("_mta-sts", DnsFault.WrongId),
        Sound("slow-answer", "The name server takes two seconds.").WithDnsFault("_mta-sts", DnsFault.Slow),
        Sound("truncated", "The answer is truncated over UDP and whole over TCP.").WithDnsFault("_mta-sts", DnsFault.Truncate),
        Sound("truncated-no-tcp", "The answer is truncated over UDP, and TCP hangs up.").WithDnsFault("_mta-sts", DnsFault.TruncateThenHangUp),
        Sound("huge-txt", "The record has so many extension fields that it needs TCP.")
            .WithRecords("_mta-sts", DnsType.Txt, LabRecord.Txt("_mta-sts", [GoodRecord, .. ManyFields(40)])),
        Sound("many-txt", "Four hundred foreign TXT values stand beside the record.")
            .WithMtaSts([GoodRecord, .. Enumerable.Range(0, 400).Select(i => $"foreign-{i}={new string('x', 100)}")]),
        Sound("all-servfail", "The name server fails on everything of the domain.").WithDnsFault("@", DnsFault.ServFail),
    ];

    private static IEnumerable<string> ManyFields(int count) =>
        Enumerable.Range(0, count).Select(i => $"x{i}={new string('v', 200)};");
}
