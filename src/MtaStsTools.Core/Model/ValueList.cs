using System.Collections.ObjectModel;

namespace MtaStsTools;

/// <summary>Lists inside records: nobody can change them from outside, and records with equal lists are equal.</summary>
internal static class ValueList
{
    /// <summary>A copy that cannot change.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> items) => items.Count == 0 ? [] : new ReadOnlyCollection<T>([.. items]);

    /// <summary>A wrapper of an array that nobody else holds.</summary>
    public static IReadOnlyList<T> Own<T>(T[] items) => new ReadOnlyCollection<T>(items);

    public static int HashOf<T>(IReadOnlyList<T> items)
    {
        var hash = 17;
        foreach (var item in items)
            hash = unchecked((hash * 31) + EqualityComparer<T>.Default.GetHashCode(item!));
        return hash;
    }
}
