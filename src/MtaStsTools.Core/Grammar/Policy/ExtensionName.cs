namespace MtaStsTools.Grammar.Policy;

/// <summary>The name of an extension.</summary>
internal readonly struct ExtensionName : IFieldPart<PolicyField>
{
    public StringComparer Comparer => StringComparer.Ordinal;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text, in PolicyField field) => field.Kind == PolicyFieldKind.Extension ? field.Name(text) : default;

    public bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.SequenceEqual(other);
}
