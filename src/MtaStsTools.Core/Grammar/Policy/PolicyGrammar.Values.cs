using System.Globalization;
using MtaStsTools.Grammar.Fixes;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Grammar.Policy;

internal ref partial struct PolicyGrammar
{
    /// <summary>The largest max_age, about a year (RFC 8461 §3.2).</summary>
    public const long LargestMaxAge = 31_557_600;

    private void ReadKnownField(PolicyFieldKind kind, int lineStart, int start, int nameLength, int valueStart, int end, int lineEnd)
    {
        if (_count == _fields.Length)
            Grow();
        // Written where it will stay: nearly every field is in order, and copying it costs as much as assessing it.
        ref var field = ref _fields[_count];
        field = new PolicyField(kind, IsValid: true, lineStart, start, nameLength, valueStart, end - valueStart, lineEnd);
        var value = field.Value(_text);
        switch (kind)
        {
            case PolicyFieldKind.Mx when HostNameGrammar.IsMxPattern(value):
                AdviseOfMx(field, value);
                MxCount++;
                ValidMxCount++;
                break;
            case PolicyFieldKind.Version when _version < 0 && value.SequenceEqual(WellKnownNames.PolicyVersion.AsSpan()):
                _version = _count;
                break;
            case PolicyFieldKind.Mode when _mode < 0 && ModeOf(value) is var mode and not PolicyMode.Unknown:
                _mode = _count;
                ModeValue = mode;
                break;
            case PolicyFieldKind.MaxAge when _maxAge < 0 && SecondsOf(value) is { } seconds and <= LargestMaxAge:
                _maxAge = _count;
                MaxAgeSeconds = seconds;
                break;
            default:
                ReadFaultyField(field);
                return;
        }

        _count++;
    }

    /// <summary>A known field that comes twice, or whose value is outside the grammar.</summary>
    private void ReadFaultyField(PolicyField field)
    {
        if (ReadSeveralFields(field))
            return;
        if (IsDuplicate(field.Kind))
        {
            ReportDuplicate(field);
            return;
        }

        switch (field.Kind)
        {
            case PolicyFieldKind.Mx:
                MxCount++;
                break;
            case PolicyFieldKind.Version:
                _version = _count;
                break;
            case PolicyFieldKind.Mode:
                _mode = _count;
                break;
            default:
                _maxAge = _count;
                MaxAgeSeconds = SecondsOf(field.Value(_text));
                break;
        }

        Add(field, valid: false);
        if (!_controlsReported)
            ReportValue(field);
    }

    private readonly bool IsDuplicate(PolicyFieldKind kind) => kind switch
    {
        PolicyFieldKind.Version => _version >= 0,
        PolicyFieldKind.Mode => _mode >= 0,
        PolicyFieldKind.MaxAge => _maxAge >= 0,
        _ => false,
    };

    private static PolicyMode ModeOf(ReadOnlySpan<char> value) =>
        value.SequenceEqual("enforce".AsSpan()) ? PolicyMode.Enforce
        : value.SequenceEqual("testing".AsSpan()) ? PolicyMode.Testing
        : value.SequenceEqual("none".AsSpan()) ? PolicyMode.None
        : PolicyMode.Unknown;

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

    private void AdviseOfMx(in PolicyField field, ReadOnlySpan<char> value)
    {
        if (IsKnown(PolicyFieldKind.Mx, value))
            Report(PolicyRules.MxRepeated, field.ValueStart, field.ValueLength, RemovalOf(field), value.ToString());
        else if (HostNameGrammar.IsSingleLabel(value))
            Report(PolicyRules.MxSingleLabel, field.ValueStart, field.ValueLength, fix: null, value.ToString());
    }

    private void ReportValue(PolicyField field)
    {
        var value = field.Value(_text).ToString();
        // An empty value has no characters to point at, so its field name stands for it.
        var (start, length) = value.Length == 0 ? (field.Start, field.NameLength + 1) : (field.ValueStart, field.ValueLength);
        switch (field.Kind)
        {
            case PolicyFieldKind.Mx:
                MxGrammar.Report(_text, field, ref Findings);
                break;
            case PolicyFieldKind.Version:
                Report(PolicyRules.VersionUnknown, start, length, ReplaceValue(field, WellKnownNames.PolicyVersion), value);
                break;
            case PolicyFieldKind.Mode:
                Report(PolicyRules.ModeUnknown, start, length, ReplaceValue(field, FixedValue.Mode(value)), value);
                break;
            default:
                ReportMaxAge(field, value, start, length);
                break;
        }
    }

    private void ReportMaxAge(PolicyField field, string value, int start, int length)
    {
        if (value.Length > 0 && Characters.AreDigits(value.AsSpan()) && value.TrimStart('0') is var significant
            && (significant.Length > 8 || long.Parse("0" + significant, CultureInfo.InvariantCulture) > LargestMaxAge))
        {
            Report(PolicyRules.MaxAgeTooLarge, start, length, ReplaceValue(field, "31557600"), value);
            return;
        }

        Report(PolicyRules.MaxAgeNotANumber, start, length, ReplaceValue(field, FixedValue.MaxAge(value)), value);
    }

    private static TextFix? ReplaceValue(PolicyField field, string? value) => value switch
    {
        null => null,
        _ when field.ValueLength == 0 => new TextFix(field.Start + field.NameLength, field.ValueStart - field.Start - field.NameLength, ": " + value),
        _ => new TextFix(field.ValueStart, field.ValueLength, value),
    };

    /// <summary>A whole line goes with its end; a part of one leaves it to the others.</summary>
    private readonly TextFix RemovalOf(PolicyField field)
    {
        var isWholeLine = field.LineStart == ContentStart || _text[field.LineStart - 1] == '\n';
        var length = field.LineEnd - field.LineStart;
        return new TextFix(field.LineStart, isWholeLine ? length : _text.Slice(field.LineStart, length).TrimEnd("\r\n".AsSpan()).Length, "");
    }

    private void ReportDuplicate(PolicyField field)
    {
        _hasRepeatedExtension |= field.Kind == PolicyFieldKind.Extension;
        Report(PolicyRules.DuplicateField, field.Start, field.Length, RemovalOf(field), field.Name(_text).ToString());
    }

    /// <summary>Whether a field read before has the same mx value, or the same extension name.</summary>
    private bool IsKnown(PolicyFieldKind kind, ReadOnlySpan<char> key)
    {
        if (_count >= ManyFields)
            return IsKnownAmongMany(kind, key);
        for (var i = 0; i < _count; i++)
        {
            ref readonly var field = ref _fields[i];
            if (field.Kind == kind && (kind == PolicyFieldKind.Mx ? field.ValueLength == key.Length && Characters.EqualsIgnoreCase(field.Value(_text), key) : field.Name(_text).SequenceEqual(key)))
                return true;
        }

        return false;
    }

    private bool IsKnownAmongMany(PolicyFieldKind kind, ReadOnlySpan<char> key)
    {
        // Without the sets, a hostile body of 10,000 mx lines would cost 50 million comparisons.
        _mxKeys ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _extensionKeys ??= new HashSet<string>(StringComparer.Ordinal);
        for (; _keyed < _count; _keyed++)
        {
            var field = _fields[_keyed];
            if (field.Kind is PolicyFieldKind.Mx or PolicyFieldKind.Extension)
                (field.Kind == PolicyFieldKind.Mx ? _mxKeys : _extensionKeys).Add(KeyOf(field).ToString());
        }

        return (kind == PolicyFieldKind.Mx ? _mxKeys : _extensionKeys).Contains(key.ToString());
    }

    private readonly ReadOnlySpan<char> KeyOf(PolicyField field) =>
        field.Kind == PolicyFieldKind.Mx ? field.Value(_text) : field.Name(_text);
}
