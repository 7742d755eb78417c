using System.Collections;

namespace MtaStsTools;

/// <summary>The rules of one category, in the order of their definition: to define a rule is to list it, without reflection.</summary>
internal sealed class RuleBand(RuleCategory category, RuleSurfaces surfaces) : IEnumerable<Rule>
{
    private readonly List<Rule> _rules = [];

    /// <summary>Defines a rule, which shows everywhere that its band does or, where it says so, in <paramref name="only"/> some of it.</summary>
    public Rule Add(string id, Severity severity, string title, string messageFormat, string reference, string remedy, RuleSurfaces? only = null)
    {
        var rule = new Rule(id, category, only ?? surfaces, severity, title, messageFormat, reference, remedy);
        _rules.Add(rule);
        return rule;
    }

    public IEnumerator<Rule> GetEnumerator() => _rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
