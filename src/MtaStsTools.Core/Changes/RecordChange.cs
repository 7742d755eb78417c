using System.Globalization;
using System.Text;

namespace MtaStsTools;

/// <summary>
/// A change of the TXT records of one name: remove these values, add those, and only while the records are still those that were read. All records of a
/// name and type share one time to live (RFC 2181 §5.2).
/// </summary>
public sealed record RecordChange
{
    /// <summary>The zone that holds the name, without the final dot.</summary>
    public required string Zone { get; init; }

    /// <summary>The owner name, without the final dot.</summary>
    public required string RecordName { get; init; }

    /// <summary>Every value that the name had when it was read; empty where it had none.</summary>
    public IReadOnlyList<TxtValue> Expected { get; init; } = [];

    /// <summary>The time to live when it was read; null where there was no value.</summary>
    public TimeSpan? ExpectedTtl { get; init; }

    /// <summary>The values to remove, each one of <see cref="Expected"/>.</summary>
    public IReadOnlyList<TxtValue> Remove { get; init; } = [];

    /// <summary>The values to add. One that is removed too gets the new time to live.</summary>
    public IReadOnlyList<TxtValue> Add { get; init; } = [];

    /// <summary>The time to live after the change, in whole seconds.</summary>
    public required TimeSpan Ttl { get; init; }

    /// <summary>Every value that the name has after the change, for who replaces the whole set.</summary>
    public IReadOnlyList<TxtValue> Result => [.. Expected.Where(value => !Remove.Contains(value)), .. Add];

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => Remove.Count == 0 && Add.Count == 0;

    /// <summary>The change as a diff of master file lines (RFC 1035 §5.1), one a value: <c>+ _mta-sts.example.com. 3600 IN TXT "v=STSv1; id=1;"</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in Expected)
        {
            if (Remove.Contains(value))
                AppendLine(text, '-', ExpectedTtl ?? Ttl, value);
            else
                AppendLine(text, ' ', Ttl, value);
        }

        foreach (var value in Add)
            AppendLine(text, '+', Ttl, value);
        return text.ToString();
    }

    private void AppendLine(StringBuilder text, char sign, TimeSpan ttl, TxtValue value)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append(sign).Append(' ').Append(SafeLine.Of(RecordName)).Append(". ").Append(((long)ttl.TotalSeconds).ToString(CultureInfo.InvariantCulture)).Append(" IN TXT ").Append(value);
    }
}
