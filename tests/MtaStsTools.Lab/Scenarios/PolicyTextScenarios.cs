using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>What the policy says (RFC 8461 §3.2): the mistakes of the wild, served without fault.</summary>
internal static class PolicyTextScenarios
{
    public static IEnumerable<LabScenario> List =>
    [
        With("invalid-policy", "Mode, max_age and mx are all wrong.", "version: STSv1\r\nmode: enforced\r\nmx: https://mx1\r\nmax_age: 1 week\r\n"),
        With("one-line-semicolons", "The whole policy stands on one line, separated by semicolons.",
            "version: STSv1; mode: enforce; mx: mx1.one-line-semicolons.test; max_age: 604800"),
        With("bom", "The policy begins with a byte order mark.", "\uFEFF" + PolicyText("enforce", 2_592_000, "mx1.bom.test")),
        With("cr-only", "Lines end in a lone CR.", "version: STSv1\rmode: enforce\rmx: mx1.cr-only.test\rmax_age: 2592000\r"),
        With("blank-line", "A blank line stands in the policy.", "version: STSv1\r\n\r\nmode: enforce\r\nmx: mx1.blank-line.test\r\nmax_age: 2592000\r\n"),
        With("empty-policy", "The policy is empty.", ""),
        With("max-age-short", "Enforced for one hour at a time.", PolicyText("enforce", 3600, "mx1.max-age-short.test")),
        With("max-age-few-days", "Enforced for three days at a time.", PolicyText("enforce", 259_200, "mx1.max-age-few-days.test")),
        With("max-age-zero", "max_age is 0: nobody caches it.", PolicyText("enforce", 0, "mx1.max-age-zero.test")),
        With("max-age-too-long", "max_age is over the limit of 31557600.", PolicyText("enforce", 31_557_601, "mx1.max-age-too-long.test")),
        With("enforce-no-mx", "Enforced, with no mx.", PolicyText("enforce", 2_592_000)),
        With("none-long-max-age", "Mode none with a long max_age.", "version: STSv1\r\nmode: none\r\nmax_age: 31557600\r\n"),
        With("missing-mode", "The mode is missing.", "version: STSv1\r\nmx: mx1.missing-mode.test\r\nmax_age: 2592000\r\n"),
        With("near-miss-name", "max-age is written with a hyphen.", "version: STSv1\r\nmode: enforce\r\nmx: mx1.near-miss-name.test\r\nmax-age: 2592000\r\n"),
        With("duplicate-mode", "mode stands twice: the first counts.",
            "version: STSv1\r\nmode: enforce\r\nmode: testing\r\nmx: mx1.duplicate-mode.test\r\nmax_age: 2592000\r\n"),
        With("placeholder-mx", "A template's mx was left beside the domain's own.", PolicyText("enforce", 2_592_000, "mx1.placeholder-mx.test", "mx1.example.com")),
        With("escape-policy", "The policy carries terminal escapes.",
            "version: STSv1\r\nmode: enforce\u001b[31m\r\nmx: \u001b]52;c;cHduZWQ=\u0007\r\n\u009b2J: \u0085\u202e\r\nmax_age: 2592000\r\n"),
    ];

    private static LabScenario With(string name, string description, string body) => Sound(name, description).WithPolicy(body);
}
