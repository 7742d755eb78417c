using System.Collections.ObjectModel;

namespace MtaStsTools;

/// <summary>A list inside a record: nobody can change it from outside, and lists with equal items are equal, so that the records are.</summary>
internal sealed class ValueArray<T>(T[] items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The list of nothing.</summary>
    public static ValueArray<T> None { get; } = new([]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueArray<T> other && (ReferenceEquals(this, other) || this.SequenceEqual(other));

    /// <inheritdoc/>
    public override int GetHashCode() => ValueList.HashOf(this);

    /// <summary>The items, so that a list in a spreadsheet or a sentence says what it holds.</summary>
    public override string ToString() => string.Join("; ", this);
}
