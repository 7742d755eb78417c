using MtaStsTools.Lab.Dns;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>The words in which scenarios are written: a sound domain, and single changes to it.</summary>
public static class ScenarioParts
{
    /// <summary>The record of every sound scenario.</summary>
    public const string GoodRecord = "v=STSv1; id=20260101T000000;";

    /// <summary>An enforced policy with one covered MX, a record, and TLS reporting: nothing to find.</summary>
    public static LabScenario Sound(string name, string description)
    {
        var domain = $"{name}.test";
        return new LabScenario(name, domain, description)
        {
            Records =
            [
                LabRecord.Txt("_mta-sts", GoodRecord),
                LabRecord.Txt("_smtp._tls", $"v=TLSRPTv1; rua=mailto:tlsrpt@{domain}"),
            ],
            PolicyHosts = [new LabPolicyHost { Body = PolicyText("enforce", 2_592_000, $"mx1.{domain}") }],
            MailHosts = [new LabMailHost()],
        };
    }

    /// <summary>Policy text with CRLF line ends.</summary>
    public static string PolicyText(string mode, long maxAge, params string[] mx) =>
        $"version: STSv1\r\nmode: {mode}\r\n{string.Concat(mx.Select(m => $"mx: {m}\r\n"))}max_age: {maxAge}\r\n";

    extension(LabScenario scenario)
    {
        /// <summary>Replaces the records of one name and type.</summary>
        public LabScenario WithRecords(string name, DnsType type, params LabRecord[] records) => scenario with
        {
            Records = [.. scenario.Records.Where(r => r.Name != name || r.Type != type), .. records],
        };

        /// <summary>Replaces the TXT records at <c>_mta-sts</c>, one RR a text.</summary>
        public LabScenario WithMtaSts(params string[] texts) =>
            scenario.WithRecords("_mta-sts", DnsType.Txt, [.. texts.Select(t => LabRecord.Txt("_mta-sts", t))]);

        /// <summary>Replaces the TXT records at <c>_smtp._tls</c>, one RR a text.</summary>
        public LabScenario WithTlsRpt(params string[] texts) =>
            scenario.WithRecords("_smtp._tls", DnsType.Txt, [.. texts.Select(t => LabRecord.Txt("_smtp._tls", t))]);

        /// <summary>Changes the policy's text on every host.</summary>
        public LabScenario WithPolicy(string body) => scenario.WithPolicyHost(h => h with { Body = body });

        /// <summary>Changes every policy host.</summary>
        public LabScenario WithPolicyHost(Func<LabPolicyHost, LabPolicyHost> change) =>
            scenario with { PolicyHosts = [.. scenario.PolicyHosts.Select(change)] };

        /// <summary>Changes every mail exchanger.</summary>
        public LabScenario WithMailHost(Func<LabMailHost, LabMailHost> change) =>
            scenario with { MailHosts = [.. scenario.MailHosts.Select(change)] };

        /// <summary>Adds a fault of the name server.</summary>
        public LabScenario WithDnsFault(string name, DnsFault fault, DnsType type = DnsType.Any) =>
            scenario with { DnsFaults = [.. scenario.DnsFaults, new LabDnsFault(name, fault, type)] };
    }
}
