using System.Globalization;

namespace MtaStsTools;

/// <summary>One value of a record set, and what becomes of it.</summary>
public sealed record ChangeStep
{
    /// <summary>What becomes of it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The owner name of the record.</summary>
    public required string RecordName { get; init; }

    /// <summary>How long resolvers may cache it, after the change for what stays and comes.</summary>
    public required TimeSpan Ttl { get; init; }

    /// <summary>The record's data.</summary>
    public required TxtValue Value { get; init; }

    /// <summary>The step as a line of a diff: <c>+ _mta-sts.example.com. 3600 IN TXT "v=STSv1; id=1;"</c>.</summary>
    public override string ToString()
    {
        var sign = Kind switch { ChangeKind.Add => '+', ChangeKind.Remove => '-', _ => ' ' };
        return $"{sign} {RecordName}. {((long)Ttl.TotalSeconds).ToString(CultureInfo.InvariantCulture)} IN TXT {Value}";
    }
}
