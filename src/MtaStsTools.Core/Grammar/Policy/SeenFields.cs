namespace MtaStsTools.Grammar.Policy;

/// <summary>Finds the field that says what one before it said: the same good mx value, or the same extension name.</summary>
internal struct SeenFields
{
    private const int Many = 64;

    private int _counted;
    private HashSet<string>? _patterns;
    private HashSet<string>? _names;

    public bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<PolicyField> fields, int index)
    {
        // Without the sets, a hostile body of 10,000 mx lines would cost 50 million comparisons.
        if (index >= Many)
            return ContainsAmongMany(text, fields, index);
        foreach (ref readonly var before in fields.Slice(0, index))
        {
            if (SaysTheSame(text, before, fields[index]))
                return true;
        }

        return false;
    }

    private static bool SaysTheSame(ReadOnlySpan<char> text, in PolicyField before, in PolicyField field) =>
        before.Kind == field.Kind && (field.Kind == PolicyFieldKind.Mx
            ? before.IsValid && before.ValueLength == field.ValueLength && Characters.EqualsIgnoreCase(before.Value(text), field.Value(text))
            : before.Name(text).SequenceEqual(field.Name(text)));

    private bool ContainsAmongMany(ReadOnlySpan<char> text, ReadOnlySpan<PolicyField> fields, int index)
    {
        _patterns ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _names ??= new HashSet<string>(StringComparer.Ordinal);
        for (; _counted < index; _counted++)
        {
            ref readonly var before = ref fields[_counted];
            if (before.Kind == PolicyFieldKind.Extension)
                _names.Add(before.Name(text).ToString());
            else if (before is { Kind: PolicyFieldKind.Mx, IsValid: true })
                _patterns.Add(before.Value(text).ToString());
        }

        ref readonly var field = ref fields[index];
        return field.Kind == PolicyFieldKind.Mx ? _patterns.Contains(field.Value(text).ToString()) : _names.Contains(field.Name(text).ToString());
    }
}
