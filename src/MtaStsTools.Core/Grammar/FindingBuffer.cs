namespace MtaStsTools.Grammar;

/// <summary>Collects findings and costs nothing while there are none.</summary>
internal struct FindingBuffer
{
    private List<Finding>? _items;

    public readonly int Count => _items?.Count ?? 0;

    public bool HasError { get; private set; }

    public void Add(Finding finding)
    {
        (_items ??= []).Add(finding);
        HasError |= finding.Severity == Severity.Error;
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>The findings in the order of their places in the text.</summary>
    public readonly IReadOnlyList<Finding> ToList() =>
        _items is null ? [] : _items.Count == 1 ? [_items[0]] : [.. _items.OrderBy(finding => finding.Offset ?? 0)];
}
