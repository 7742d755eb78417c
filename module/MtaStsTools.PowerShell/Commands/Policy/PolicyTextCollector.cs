namespace MtaStsTools.PowerShell.Commands;

/// <summary>
/// Makes policies of the strings that come through a pipeline: a string with a line break is a whole policy, and strings
/// without are the lines of one, so that both <c>Get-Content -Raw</c> and plain <c>Get-Content</c> work.
/// </summary>
internal sealed class PolicyTextCollector
{
    private readonly List<string> _lines = [];

    /// <summary>The policies that are complete once <paramref name="text"/> has come.</summary>
    public IEnumerable<string> Add(string text)
    {
        if (text.IndexOf('\n') < 0)
        {
            _lines.Add(text);
            yield break;
        }

        foreach (var collected in Finish())
            yield return collected;
        yield return text;
    }

    /// <summary>The policy of the lines that are left, if there are any.</summary>
    public IEnumerable<string> Finish()
    {
        if (_lines.Count == 0)
            yield break;
        var text = string.Join("\r\n", _lines);
        _lines.Clear();
        yield return text;
    }
}
