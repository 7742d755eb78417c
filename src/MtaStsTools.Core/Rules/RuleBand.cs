using System.Collections;

namespace MtaStsTools;

/// <summary>The rules that belong together, in the order of their definition: to define a rule is to list it, without reflection.</summary>
internal sealed class RuleBand : IEnumerable<Rule>
{
    private readonly List<Rule> _rules = [];

    public Rule Add(string id, Severity severity, string title, string messageFormat, string reference, string remedy)
    {
        var rule = new Rule(id, severity, title, messageFormat, reference, remedy);
        _rules.Add(rule);
        return rule;
    }

    public IEnumerator<Rule> GetEnumerator() => _rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
