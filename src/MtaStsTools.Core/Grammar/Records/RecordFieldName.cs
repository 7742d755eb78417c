namespace MtaStsTools.Grammar.Records;

/// <summary>The name of a field.</summary>
internal readonly struct RecordFieldName : IFieldPart<RecordField>
{
    public StringComparer Comparer => StringComparer.Ordinal;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text, in RecordField field) => field.Name(text);

    public bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.SequenceEqual(other);
}
