using System.Globalization;
using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>Sound domains by the thousand, hosted as a large provider hosts them: shared exchangers, one shared policy address.</summary>
internal static class BulkScenarios
{
    public static IEnumerable<LabScenario> Exchangers(int count) =>
        Enumerable.Range(0, count).Select(i => new LabScenario(Provider(i), $"{Provider(i)}.test", "A provider's mail exchanger.")
        {
            MailHosts = [new LabMailHost { Preference = null }],
        });

    public static IEnumerable<LabScenario> Domains(int count, int exchangers) => Enumerable.Range(0, count).Select(i =>
    {
        var exchanger = $"mx1.{Provider(i % exchangers)}.test";
        return Sound($"bulk-{Number(i)}", "One of many.")
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, exchanger + "."))
            .WithPolicy(PolicyText("enforce", 2_592_000, exchanger))
            .WithPolicyHost(h => h with { SharedAddress = true }) with
        {
            MailHosts = [],
        };
    });

    private static string Provider(int index) => $"bulk-provider-{Number(index)}";

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
