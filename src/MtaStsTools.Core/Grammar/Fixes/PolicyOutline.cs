using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>A policy's text read again, for the work on its fixes.</summary>
internal sealed class PolicyOutline
{
    private readonly PolicyField[] _fields;
    private int _valueStart;
    private string? _value;

    public PolicyOutline(string text, PolicyAdvice advice)
    {
        var grammar = new PolicyGrammar(text.AsSpan(), advice, new PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        Text = text;
        Advice = advice;
        _fields = grammar.Fields.ToArray();
        Indents = grammar.Indents;
        Version = grammar.Version;
        Mode = grammar.Mode;
        MaxAge = grammar.MaxAge;
        ModeValue = grammar.ModeValue;
        HasMx = grammar.MxCount > 0;
        HasRepeatedExtension = grammar.HasRepeatedExtension;
        IsGoodSoFar = grammar.FieldsAreGood && !grammar.HasNearNames && Version is { } version && version == _fields[0];
        LineEnd = LineEnding.Of(text.AsSpan());
        ContentStart = Characters.ByteOrderMarks(text.AsSpan());
    }

    public string Text { get; }

    public PolicyAdvice Advice { get; }

    public IReadOnlyList<PolicyField> Fields => _fields;

    /// <summary>The white space before names.</summary>
    public IReadOnlyList<(int Start, int End)> Indents { get; }

    public PolicyField? Version { get; }

    public PolicyField? Mode { get; }

    public PolicyField? MaxAge { get; }

    public PolicyMode ModeValue { get; }

    public bool HasMx { get; }

    public bool HasRepeatedExtension { get; }

    /// <summary>Whether it begins with its version and all that is there is good, so that only something is missing.</summary>
    public bool IsGoodSoFar { get; }

    public string LineEnd { get; }

    /// <summary>Just behind the byte order marks.</summary>
    public int ContentStart { get; }

    /// <summary>The field that a fault is about.</summary>
    public PolicyField FieldAt(Fault fault) => Array.FindLast(_fields, field => field.Start <= fault.Offset);

    public string ValueAt(Fault fault) => ValueOf(FieldAt(fault));

    /// <summary>The value of a field. A hostile one has a hundred faults and fills the text, so it is copied once.</summary>
    public string ValueOf(PolicyField field)
    {
        if (_value is null || _valueStart != field.ValueStart)
            (_valueStart, _value) = (field.ValueStart, field.Value(Text.AsSpan()).ToString());
        return _value;
    }

    /// <summary>A value in place of the one that the fault is about; with the field's separator where there is none.</summary>
    public TextFix? WriteValue(Fault fault, string? value)
    {
        var field = FieldAt(fault);
        if (value is null)
            return null;
        var nameEnd = field.Start + field.NameLength;
        return field.ValueLength == 0 ? new TextFix(nameEnd, field.ValueStart - nameEnd, ": " + value) : new TextFix(field.ValueStart, field.ValueLength, value);
    }

    /// <summary>Takes a field out: a whole line with its end, a part of one without, as the others need it.</summary>
    public TextFix Remove(PolicyField field)
    {
        var length = field.LineEnd - field.LineStart;
        var isWholeLine = field.LineStart == ContentStart || Text[field.LineStart - 1] == '\n';
        return new TextFix(field.LineStart, isWholeLine ? length : Text.Substring(field.LineStart, length).TrimEnd('\r', '\n').Length, "");
    }

    /// <summary>Puts a whole line at the beginning of another, or behind the last one.</summary>
    public TextFix Insert(int lineStart, string line) =>
        Text[lineStart - 1] == '\n' ? new TextFix(lineStart, 0, line + LineEnd) : new TextFix(lineStart, 0, LineEnd + line);
}
