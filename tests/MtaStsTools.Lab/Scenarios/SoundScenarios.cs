using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>Domains with nothing wrong, in their several stages.</summary>
internal static class SoundScenarios
{
    public static IEnumerable<LabScenario> List =>
    [
        TwoExchangers("good", "Enforced, two covered mail exchangers, TLS reporting.", "enforce", 2_592_000),
        TwoExchangers("testing-good", "Everything in place, mode testing.", "testing", 604_800),
        Sound("none-good", "Mode none with a max_age of one day: on the way out.")
            .WithPolicy("version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n"),
        Sound("wildcard-mx", "The policy covers the mail exchanger by a wildcard.")
            .WithPolicy(PolicyText("enforce", 2_592_000, "*.wildcard-mx.test")),
        Sound("not-configured", "Mail exchangers, and no trace of MTA-STS.") with { Records = [], PolicyHosts = [] },
        Sound("subdomain-parent", "A sound parent whose subdomain has nothing of its own."),
        new LabScenario(
            "subdomain-alone", "news.subdomain-parent.test", "A subdomain of a configured parent: nothing is inherited (RFC 8461 §3.4).")
        {
            MailHosts = [new LabMailHost()],
        },
        SharedExchanger("shared-mx-one"),
        SharedExchanger("shared-mx-two"),
        Sound("xn--mnchen-3ya", "An internationalised domain, in A-label form."),
        Sound("crossed-lines", "Policy lines end in LF, in an unusual order, with an unknown field.")
            .WithPolicy("max_age: 2592000\nx-note: kept\nmx: mx1.crossed-lines.test\nmode: enforce\nversion: STSv1\n"),
    ];

    private static LabScenario SharedExchanger(string name) =>
        Sound(name, "Mail goes to the exchanger of good.test, as another domain's does.")
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, "mx1.good.test."))
            .WithPolicy(PolicyText("enforce", 2_592_000, "mx1.good.test")) with
        {
            MailHosts = [],
        };

    private static LabScenario TwoExchangers(string name, string description, string mode, long maxAge) =>
        Sound(name, description).WithPolicy(PolicyText(mode, maxAge, $"mx1.{name}.test", $"mx2.{name}.test")) with
        {
            MailHosts = [new LabMailHost(), new LabMailHost { Name = "mx2", Preference = 20 }],
        };
}
