namespace MtaStsTools.Grammar.Policy;

/// <summary>Finds the field that says what one before it said: the same good mx value, or the same extension name.</summary>
internal struct SeenFields
{
    private const int Many = 64;

    private int _counted;
    private HashSet<string>? _patterns;
    private HashSet<string>? _names;

    /// <param name="text">The text of the policy.</param>
    /// <param name="before">The fields to search.</param>
    /// <param name="pattern">An mx value; a bad one is never there already.</param>
    public bool HasPattern(ReadOnlySpan<char> text, ReadOnlySpan<PolicyField> before, ReadOnlySpan<char> pattern)
    {
        if (before.Length >= Many)
        {
            Count(text, before);
            return _patterns!.Contains(Characters.Copy(pattern));
        }

        foreach (ref readonly var field in before)
        {
            if (field is { Kind: PolicyFieldKind.Mx, IsValid: true } && field.ValueLength == pattern.Length && Characters.EqualsIgnoreCase(field.Value(text), pattern))
                return true;
        }

        return false;
    }

    /// <param name="text">The text of the policy.</param>
    /// <param name="before">The fields to search.</param>
    /// <param name="name">The name of an extension.</param>
    public bool HasName(ReadOnlySpan<char> text, ReadOnlySpan<PolicyField> before, ReadOnlySpan<char> name)
    {
        if (before.Length >= Many)
        {
            Count(text, before);
            return _names!.Contains(Characters.Copy(name));
        }

        foreach (ref readonly var field in before)
        {
            if (field.Kind == PolicyFieldKind.Extension && field.Name(text).SequenceEqual(name))
                return true;
        }

        return false;
    }

    /// <summary>Without the sets, a hostile body of 10,000 mx lines would cost 50 million comparisons.</summary>
    private void Count(ReadOnlySpan<char> text, ReadOnlySpan<PolicyField> before)
    {
        _patterns ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _names ??= new HashSet<string>(StringComparer.Ordinal);
        for (; _counted < before.Length; _counted++)
        {
            ref readonly var field = ref before[_counted];
            if (field.Kind == PolicyFieldKind.Extension)
                _names.Add(field.Name(text).ToString());
            else if (field is { Kind: PolicyFieldKind.Mx, IsValid: true })
                _patterns.Add(field.Value(text).ToString());
        }
    }
}
