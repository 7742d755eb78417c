namespace MtaStsTools.Grammar;

/// <summary>Collects the faults of one text, and costs nothing while there are none.</summary>
internal struct FaultBuffer
{
    private List<Fault>? _faults;

    public readonly int Count => _faults?.Count ?? 0;

    public int ErrorCount { get; private set; }

    public void Add(Rule rule, int offset, int length, params object?[] arguments) => Add(new Fault(rule, offset, length, arguments));

    public void Add(Fault fault)
    {
        (_faults ??= []).Add(fault);
        if (fault.Rule.Severity == Severity.Error)
            ErrorCount++;
    }

    /// <summary>The findings in the order of the text.</summary>
    /// <param name="text">The text that the faults are about.</param>
    /// <param name="fix">Works out the fix of a fault; called when somebody asks for it.</param>
    public readonly IReadOnlyList<Finding> ToFindings(ReadOnlySpan<char> text, Func<string, Fault, TextFix?> fix) =>
        _faults is null ? [] : ToFindings(_faults, text, fix);

    private static List<Finding> ToFindings(List<Fault> faults, ReadOnlySpan<char> text, Func<string, Fault, TextFix?> fix)
    {
        var whole = text.ToString();
        var lines = default(LineCounter);
        var findings = new List<Finding>(faults.Count);
        foreach (var fault in faults.OrderBy(fault => fault.Offset))
            findings.Add(fault.ToFinding(text, lines.In(text, fault.Offset, fault.Length)) with { DeferredFix = new DeferredFix(() => fix(whole, fault)) });
        return findings;
    }
}
