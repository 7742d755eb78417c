namespace MtaStsTools.Grammar.Policy;

/// <summary>The value of an mx field. A bad one does not count: two of them are two mistakes.</summary>
internal readonly struct GoodPattern : IFieldPart<PolicyField>
{
    public StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text, in PolicyField field) => field is { Kind: PolicyFieldKind.Mx, IsValid: true } ? field.Value(text) : default;

    public bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Characters.EqualsIgnoreCase(one, other);
}
