namespace MtaStsTools.Grammar;

/// <summary>The part of a field by which two are the same, such as its name.</summary>
internal interface IFieldPart<TField>
    where TField : struct
{
    /// <summary>How parts are compared once they are in a set.</summary>
    StringComparer Comparer { get; }

    /// <summary>The part; empty where the field does not count.</summary>
    ReadOnlySpan<char> Of(ReadOnlySpan<char> text, in TField field);

    /// <summary>Whether two parts of one length are the same.</summary>
    bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other);
}
