namespace MtaStsTools.Grammar;

/// <summary>The faults of one text in its order: costs nothing while there are none, and keeps the first hundred, however many a hostile text has.</summary>
internal struct FaultBuffer
{
    /// <summary>The most faults of one text that are told one by one.</summary>
    public const int Most = 100;

    private List<Fault>? _first;
    private int _moreCount;
    private int _moreErrors;
    private int _moreStart;

    public readonly int Count => (_first?.Count ?? 0) + _moreCount;

    public int ErrorCount { get; private set; }

    /// <summary>The faults that are told one by one, in the order of the text.</summary>
    public readonly IReadOnlyList<Fault> Told => _first ?? [];

    public void Add(Rule rule, int offset, int length, params object?[] arguments) => Add(new Fault(rule, offset, length, arguments));

    public void Add(Fault fault)
    {
        if (fault.Severity == Severity.Error)
            ErrorCount++;
        _first ??= [];
        var index = _first.Count;
        while (index > 0 && _first[index - 1].Offset > fault.Offset)
            index--;
        if (index < Most)
            _first.Insert(index, fault);
        else
            CountOnly(fault);
        if (_first.Count <= Most)
            return;
        CountOnly(_first[Most]);
        _first.RemoveAt(Most);
    }

    /// <summary>The findings in the order of the text; the last one says how many more there are.</summary>
    /// <param name="text">The text that the faults are about.</param>
    /// <param name="fixer">Makes, of the text, what works out the fix of a fault when somebody asks for it: what several fixes need, it finds once.</param>
    public readonly IReadOnlyList<Finding> ToFindings(ReadOnlySpan<char> text, Func<string, Func<Fault, TextFix?>> fixer)
    {
        if (_first is null)
            return [];

        var findings = ToFindings(_first, text, fixer);
        if (_moreCount > 0)
            findings.Add(PolicyRules.MoreProblems.At(text, _moreStart, 0, _moreCount) with { Severity = _moreErrors > 0 ? Severity.Error : Severity.Warning });
        return findings;
    }

    private static List<Finding> ToFindings(List<Fault> faults, ReadOnlySpan<char> text, Func<string, Func<Fault, TextFix?>> fixer)
    {
        var fix = fixer(text.ToString());
        var lines = default(LineCounter);
        var findings = new List<Finding>(faults.Count + 1);
        foreach (var fault in faults)
            findings.Add(fault.ToFinding(text, lines.In(text, fault.Offset, fault.Length)) with { DeferredFix = new DeferredFix(() => fix(fault)) });
        return findings;
    }

    private void CountOnly(in Fault fault)
    {
        _moreStart = _moreCount == 0 ? fault.Offset : Math.Min(_moreStart, fault.Offset);
        _moreCount++;
        if (fault.Severity == Severity.Error)
            _moreErrors++;
    }
}
