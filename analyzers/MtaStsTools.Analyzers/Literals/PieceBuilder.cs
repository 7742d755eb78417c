using System.Text;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Collects code units and the places in the source that they come from.</summary>
internal sealed class PieceBuilder
{
    private readonly StringBuilder _value = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public string Value => _value.ToString();

    public int[] Starts => [.. _starts];

    public int[] Ends => [.. _ends];

    public void Add(char c, int start, int end)
    {
        _value.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>The last code unit also covers what follows it up to <paramref name="end"/>.</summary>
    public void Extend(int end)
    {
        if (_ends.Count > 0)
            _ends[_ends.Count - 1] = end;
    }
}
