namespace MtaStsTools.Assessment.Policies;

/// <summary>Which pattern of a policy covers a host (RFC 8461 §4.1), found by its name and not by trying each pattern.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<MxPattern> _patterns;

    public Coverage(IReadOnlyList<MxPattern> patterns)
    {
        _patterns = patterns;
        for (var place = patterns.Count - 1; place >= 0; place--)
            _places[patterns[place].Text] = place;
    }

    /// <summary>The first pattern that covers the host, or null.</summary>
    public MxPattern? Of(string host) => All(host).OrderBy(place => place).Select(place => _patterns[place]).FirstOrDefault();

    /// <summary>The patterns that cover none of the hosts.</summary>
    public IEnumerable<MxPattern> Idle(IEnumerable<string> hosts)
    {
        var busy = new HashSet<int>(hosts.SelectMany(All));
        return _patterns.Where(pattern => !busy.Contains(_places[pattern.Text]));
    }

    /// <summary>A host can only be covered by its own name and by the wildcard of its parent.</summary>
    private IEnumerable<int> All(string host)
    {
        var name = host.EndsWith(".", StringComparison.Ordinal) ? host.Substring(0, host.Length - 1) : host;
        var dot = name.IndexOf('.');
        foreach (var text in dot < 0 ? [name] : new[] { name, "*" + name.Remove(0, dot) })
        {
            if (_places.TryGetValue(text, out var place) && _patterns[place].Matches(host))
                yield return place;
        }
    }
}
