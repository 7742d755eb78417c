namespace MtaStsTools.Dns;

/// <summary>The CNAME records passed on the way from a name to its records (RFC 1034 §3.6.2), within bounds.</summary>
internal sealed class AliasChain(string name)
{
    /// <summary>More than any sensible delegation needs; resolvers give up at 8 to 16.</summary>
    public const int MaxLength = 12;

    private readonly HashSet<string> _passed = new(StringComparer.OrdinalIgnoreCase) { name };
    private readonly List<string> _targets = [];

    /// <summary>The targets so far, in order.</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Where the chain ends so far.</summary>
    public string End { get; private set; } = name;

    /// <summary>Whether the chain goes round in a circle, or further than is followed.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>Follows <paramref name="aliases"/> (owner → target) as far as they lead; true where they led anywhere.</summary>
    public bool Follow(IReadOnlyDictionary<string, string> aliases)
    {
        var before = _targets.Count;
        while (!IsEndless && aliases.TryGetValue(End, out var target))
        {
            End = target;
            _targets.Add(target);
            IsEndless = !_passed.Add(target) || _targets.Count > MaxLength;
        }

        return _targets.Count > before;
    }
}
