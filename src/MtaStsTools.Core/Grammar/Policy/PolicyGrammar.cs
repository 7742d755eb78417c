using System.Runtime.CompilerServices;
using MtaStsTools.Grammar.Fixes;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Grammar.Policy;

/// <summary>
/// Reads the text of a policy: what its fields say, and every problem with its place.
/// A valid text costs no allocation; the caller lends the room for the fields.
/// </summary>
/// <remarks>
/// RFC 8461 §3.2:
/// <code>
/// sts-policy-record     = sts-policy-field *WSP *(sts-policy-term sts-policy-field *WSP) [sts-policy-term]
/// sts-policy-field      = sts-policy-version / sts-policy-mode / sts-policy-max-age / sts-policy-mx / sts-policy-extension
/// sts-policy-term       = LF / CRLF
/// sts-policy-version    = "version" sts-policy-field-delim "STSv1"
/// sts-policy-mode       = "mode" sts-policy-field-delim ("testing" / "enforce" / "none")
/// sts-policy-max-age    = "max_age" sts-policy-field-delim 1*10(DIGIT)
/// sts-policy-mx         = "mx" sts-policy-field-delim sts-policy-mx-value
/// sts-policy-extension  = sts-policy-ext-name sts-policy-field-delim sts-policy-ext-value
/// sts-policy-ext-value  = sts-policy-vchar [*(%x20 / sts-policy-vchar) sts-policy-vchar]
/// sts-policy-vchar      = %x21-7E / UTF8-2 / UTF8-3 / UTF8-4
/// sts-policy-field-delim = ":" *WSP
/// </code>
/// </remarks>
internal ref struct PolicyGrammar
{
    /// <summary>The most octets of a body that senders read (RFC 8461 §3.3).</summary>
    public const int MaxOctets = 65_536;

    /// <summary>Fields that a caller's stack should have room for.</summary>
    public const int Room = 10;

    private readonly ReadOnlySpan<char> _text;
    private readonly PolicyAdvice _advice;
    private PolicyScanner _scanner;
    private SeenNames<PolicyField, GoodPattern> _patterns;
    private SeenNames<PolicyField, ExtensionName> _extensions;
    private int _version = -1;
    private int _mode = -1;
    private int _maxAge = -1;

    /// <param name="text">The text of the policy.</param>
    /// <param name="advice">Where lifetimes begin to deserve a warning.</param>
    /// <param name="room">Room for the fields; more is taken from the heap when it is too little.</param>
    public PolicyGrammar(ReadOnlySpan<char> text, PolicyAdvice advice, Span<PolicyField> room)
    {
        _text = text;
        _advice = advice;
        _scanner = new PolicyScanner(text, room);
    }

    /// <summary>What is wrong: at first what is known before the text is read.</summary>
    public FaultBuffer Faults
    {
        readonly get => _scanner.Faults;
        init => _scanner.Faults = value;
    }

    public readonly bool HasError => _scanner.Faults.ErrorCount > 0;

    /// <summary>The fields in their order, good and bad.</summary>
    public readonly ReadOnlySpan<PolicyField> Fields => _scanner.Fields;

    /// <inheritdoc cref="PolicyScanner.Indents"/>
    public readonly IReadOnlyList<(int Start, int End)> Indents => _scanner.Indents;

    /// <summary>The first field of the name, good or bad.</summary>
    public readonly PolicyField? Version => At(_version);

    /// <inheritdoc cref="Version"/>
    public readonly PolicyField? Mode => At(_mode);

    /// <inheritdoc cref="Version"/>
    public readonly PolicyField? MaxAge => At(_maxAge);

    /// <summary>The mode that the first mode field names.</summary>
    public PolicyMode ModeValue { get; private set; }

    /// <summary>The number of the first max_age field in seconds, or null where that is no number.</summary>
    public long? MaxAgeSeconds { get; private set; }

    /// <summary>All mx fields, bad ones included.</summary>
    public int MxCount { get; private set; }

    /// <summary>Whether an extension has a name that is nearly a known one.</summary>
    public bool HasNearNames { get; private set; }

    /// <summary>Whether an extension is there twice.</summary>
    public bool HasRepeatedExtension { get; private set; }

    /// <summary>Whether what is there is good; something may still be missing.</summary>
    public bool FieldsAreGood { get; private set; }

    /// <summary>Everything there is to say about the text, in its order.</summary>
    public readonly IReadOnlyList<Finding> ToFindings() => _scanner.Faults.Count == 0 ? [] : ToFindings(_scanner.Faults, _text, _advice);

    /// <summary>Reads the whole text once.</summary>
    // Inlined into a caller, all of it is compiled with fewer registers to spare: measured, that costs a third more.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read()
    {
        _scanner.Scan();
        var fields = _scanner.Fields;
        for (var i = 0; i < fields.Length; i++)
            Assess(ref fields[i], fields.Slice(0, i));
        FieldsAreGood = _scanner.Faults.Count == 0;
        if (_scanner.IsForeign)
            return;
        AssessWhole();
    }

    private static IReadOnlyList<Finding> ToFindings(FaultBuffer faults, ReadOnlySpan<char> text, PolicyAdvice advice) =>
        faults.ToFindings(text, whole => PolicyFixer.For(whole, advice));

    private readonly PolicyField? At(int index) => index < 0 ? null : Fields[index];

    private void Assess(ref PolicyField field, ReadOnlySpan<PolicyField> before)
    {
        var errors = _scanner.Faults.ErrorCount;
        if (AssessValue(field, before))
            // What is left out of the policy has an error, its own or that of the control characters in it.
            field.IsValid = !field.HasControls && _scanner.Faults.ErrorCount == errors;
        else
            ReportDuplicate(ref field);
    }

    /// <summary>Assesses what the field says; false where one before it has taken its place.</summary>
    // Compared one by one, the likeliest first: a switch jumps through a table, and so costs a policy of six lines 10 ns more.
    private bool AssessValue(in PolicyField field, ReadOnlySpan<PolicyField> before)
    {
        if (field.Kind == PolicyFieldKind.Mx)
        {
            MxCount++;
            AssessMx(field, before);
            return true;
        }

        if (field.Kind == PolicyFieldKind.Version && IsFirst(ref _version, before))
        {
            AssessVersion(field);
            return true;
        }

        if (field.Kind == PolicyFieldKind.Mode && IsFirst(ref _mode, before))
        {
            AssessMode(field);
            return true;
        }

        if (field.Kind == PolicyFieldKind.MaxAge && IsFirst(ref _maxAge, before))
        {
            AssessMaxAge(field);
            return true;
        }

        if (field.Kind == PolicyFieldKind.Extension && !IsRepeatedExtension(field, before))
        {
            AssessExtension(field);
            return true;
        }

        return false;
    }

    private static bool IsFirst(ref int index, ReadOnlySpan<PolicyField> before)
    {
        if (index >= 0)
            return false;
        index = before.Length;
        return true;
    }

    private void AssessMx(in PolicyField field, ReadOnlySpan<PolicyField> before)
    {
        var value = field.Value(_text);
        if (_patterns.Has(_text, before, value))
            _scanner.Faults.Add(PolicyRules.MxRepeated, field.ValueStart, field.ValueLength, Characters.Copy(value));
        else if (value.Length == 0)
            ReportValue(PolicyRules.MxEmpty, field);
        else if (!field.HasControls)
            MxGrammar.Read(_text, field.ValueStart, field.ValueLength, ref _scanner.Faults);
    }

    private bool IsRepeatedExtension(in PolicyField field, ReadOnlySpan<PolicyField> before) =>
        Characters.IsExtensionName(field.Name(_text)) && _extensions.Has(_text, before, field.Name(_text));

    private void ReportDuplicate(ref PolicyField field)
    {
        field.IsRepeated = true;
        HasRepeatedExtension |= field.Kind == PolicyFieldKind.Extension;
        _scanner.Faults.Add(PolicyRules.DuplicateField, field.Start, field.Length, Characters.Copy(field.Name(_text)));
    }

    private void AssessVersion(in PolicyField field)
    {
        if (!field.Value(_text).SequenceEqual(WellKnownNames.PolicyVersion.AsSpan()))
            ReportValue(PolicyRules.VersionUnknown, field, Characters.Copy(field.Value(_text)));
    }

    private void AssessMode(in PolicyField field)
    {
        ModeValue = PolicyModes.Read(field.Value(_text));
        if (ModeValue != PolicyMode.Unknown)
            return;
        var value = Characters.Copy(field.Value(_text));
        if (ModePlaceholder.IsIn(value))
            ReportValue(PolicyRules.ModePlaceholder, field, value);
        else if (MeantMode.Of(value) is { } meant && !meant.IsSpelledBy(value))
            ReportValue(PolicyRules.ModeMeant, field, value, meant.Name);
        else
            ReportValue(PolicyRules.ModeUnknown, field, value);
    }

    private void AssessMaxAge(in PolicyField field)
    {
        var value = field.Value(_text);
        MaxAgeSeconds = SecondsOf(value);
        if (MaxAgeSeconds is <= Lifetime.LargestSeconds)
            return;
        var significant = value.TrimStart('0');
        var isTooLarge = Characters.AreDigits(significant) && (significant.Length > 8 || SecondsOf(significant) > Lifetime.LargestSeconds);
        ReportValue(isTooLarge ? PolicyRules.MaxAgeTooLarge : PolicyRules.MaxAgeNotANumber, field, Characters.Copy(value));
    }

    private void AssessExtension(in PolicyField field)
    {
        var name = field.Name(_text);
        if (Characters.IsExtensionName(name))
            HasNearNames |= NearNames.ForPolicy(name) is not null;
        else
            Report(PolicyRules.ExtensionNameInvalid, field, field.Start, field.NameLength, Characters.Copy(name));

        if (field.ValueLength == 0)
            ReportValue(PolicyRules.ExtensionValueInvalid, field, Characters.Copy(name));
        else if (IndexOfInvalidInExtension(field.Value(_text)) is var bad and >= 0)
            Report(PolicyRules.ExtensionValueInvalid, field, field.ValueStart + bad, 1, Characters.Copy(name));
    }

    /// <summary>The first character that an extension's value cannot have: a control character, or half of a surrogate pair, which no UTF-8 can say.</summary>
    private static int IndexOfInvalidInExtension(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and <= '~')
                continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsControl(value[i]) || char.IsSurrogate(value[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The number that 1 to 10 ASCII digits name, else null.</summary>
    private static long? SecondsOf(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > 10)
            return null;
        long number = 0;
        foreach (var c in value)
        {
            if (!Characters.IsDigit(c))
                return null;
            number = (number * 10) + (c - '0');
        }

        return number;
    }

    private void ReportValue(Rule rule, in PolicyField field, params object?[] arguments) =>
        Report(rule, field, field.ValueSpan.Offset, field.ValueSpan.Length, arguments);

    /// <summary>Control characters are told already, and explain the rest.</summary>
    private void Report(Rule rule, in PolicyField field, int offset, int length, params object?[] arguments)
    {
        if (!field.HasControls)
            _scanner.Faults.Add(rule, offset, length, arguments);
    }

    /// <summary>What only shows once the whole text is read.</summary>
    private void AssessWhole()
    {
        if (_version < 0)
            ReportMissing(PolicyRules.VersionMissing);
        else if (_version > 0)
            _scanner.Faults.Add(PolicyRules.VersionNotFirst, Fields[_version].Start, Fields[_version].Length);
        if (_mode < 0)
            ReportMissing(PolicyRules.ModeMissing);
        if (_maxAge < 0)
            ReportMissing(PolicyRules.MaxAgeMissing);
        else if (Fields[_maxAge].IsValid)
            AssessLifetime(Fields[_maxAge], MaxAgeSeconds.GetValueOrDefault());
        if (MxCount == 0 && ModeThatAsksForMx() is { } mode)
            ReportMissing(PolicyRules.MxMissing, mode);
        if (_scanner.MixedEnding is var mixed and >= 0)
            _scanner.Faults.Add(PolicyRules.MixedLineEndings, mixed, _text[mixed] == '\r' ? 2 : 1);
        if (HasNearNames)
            ReportNearNames();
    }

    /// <summary>A missing field has no place, so its finding spans the whole text.</summary>
    private void ReportMissing(Rule rule, params object?[] arguments) => _scanner.Faults.Add(new Fault(rule, 0, _text.Length, arguments) { IsOfWholeText = true });

    /// <summary>Null unless the mode asks for an mx field, also where the mode is only certain to be meant.</summary>
    private readonly string? ModeThatAsksForMx() => ModeValue switch
    {
        PolicyMode.Enforce => "enforce",
        PolicyMode.Testing => "testing",
        PolicyMode.Unknown when _mode >= 0 => MeantMode.Of(Fields[_mode].Value(_text).ToString()) is { Name: not "none" } meant ? meant.Name : null,
        _ => null,
    };

    private void AssessLifetime(in PolicyField field, long seconds)
    {
        if (new Lifetime(ModeValue, TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond), _advice).ForText() is { } problem)
            ReportValue(problem.Rule, field, problem.Values);
    }

    private void ReportNearNames()
    {
        foreach (ref readonly var field in Fields)
        {
            var name = field.Name(_text);
            if (field is { Kind: PolicyFieldKind.Extension, IsRepeated: false } && Characters.IsExtensionName(name) && NearNames.ForPolicy(name) is { } near)
                _scanner.Faults.Add(PolicyRules.NearlyKnownField, field.Start, field.NameLength, Characters.Copy(name), near.Name);
        }
    }
}
