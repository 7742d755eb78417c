using System.Collections;

namespace MtaStsTools;

/// <summary>The rules of one category, in the order of their definition: to define a rule is to list it, without reflection.</summary>
internal sealed class RuleBand(RuleCategory category, RuleSurfaces surfaces) : IEnumerable<Rule>
{
    private readonly List<Rule> _rules = [];

    /// <summary>Defines a rule. It shows everywhere that its band does unless <paramref name="only"/> says where; <paramref name="typed"/> says the same of typed values.</summary>
    public Rule Add(string id, Severity severity, string title, string messageFormat, string reference, string remedy, RuleSurfaces? only = null, Rule? typed = null)
    {
        var rule = new Rule(id, category, only ?? surfaces, severity, title, messageFormat, reference, remedy, typed);
        _rules.Add(rule);
        return rule;
    }

    public IEnumerator<Rule> GetEnumerator() => _rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
