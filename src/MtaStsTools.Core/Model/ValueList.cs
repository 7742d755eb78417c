namespace MtaStsTools;

/// <summary>Makes the lists that records hold.</summary>
internal static class ValueList
{
    /// <summary>A copy that cannot change. A null, which only a deserializer gives for a list that was left out, is an empty one.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T>? items) => items switch
    {
        null or { Count: 0 } => ValueArray<T>.None,
        ValueArray<T> already => already,
        _ => new ValueArray<T>([.. items]),
    };

    /// <summary>A wrapper of an array that nobody else holds.</summary>
    public static IReadOnlyList<T> Own<T>(T[] items) => new ValueArray<T>(items);

    public static int HashOf<T>(IReadOnlyList<T> items)
    {
        var hash = 17;
        foreach (var item in items)
            hash = unchecked((hash * 31) + EqualityComparer<T>.Default.GetHashCode(item!));
        return hash;
    }
}
