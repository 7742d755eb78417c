namespace MtaStsTools.Grammar;

/// <summary>Finds the field that says what one before it said: compared one by one while they are few, kept in a set once they are many.</summary>
/// <typeparam name="TField">A field of the text.</typeparam>
/// <typeparam name="TPart">The part of a field that is compared, and how.</typeparam>
internal struct SeenNames<TField, TPart>
    where TField : struct
    where TPart : struct, IFieldPart<TField>
{
    private const int Many = 64;

    private int _counted;
    private HashSet<string>? _seen;

    /// <param name="text">The text that the fields are places in.</param>
    /// <param name="before">The fields to search; the same ones as before, and more.</param>
    /// <param name="sought">What the part must say. Nothing is never found.</param>
    public bool Has(ReadOnlySpan<char> text, ReadOnlySpan<TField> before, ReadOnlySpan<char> sought)
    {
        if (before.Length >= Many)
            return IsAmongMany(text, before, Characters.Copy(sought));
        foreach (ref readonly var field in before)
        {
            if (default(TPart).Of(text, field) is { Length: > 0 } part && part.Length == sought.Length && default(TPart).AreSame(part, sought))
                return true;
        }

        return false;
    }

    /// <summary>Without the set, a hostile body of 10,000 mx lines would cost 50 million comparisons.</summary>
    private bool IsAmongMany(ReadOnlySpan<char> text, ReadOnlySpan<TField> before, string sought)
    {
        _seen ??= new HashSet<string>(default(TPart).Comparer);
        for (; _counted < before.Length; _counted++)
        {
            if (default(TPart).Of(text, before[_counted]) is { Length: > 0 } part)
                _seen.Add(part.ToString());
        }

        return _seen.Contains(sought);
    }
}
