using System.Globalization;

namespace MtaStsTools.Publishing.Planning;

/// <summary>
/// The date of a removal, kept where every later run finds it whoever runs it: in the policy 'none' itself, as an extension field that senders ignore
/// (RFC 8461 §3.2). Pure.
/// </summary>
internal static class RemovalMark
{
    public const string Name = "remove-after";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static Extension Of(DateTimeOffset time) => new(Name, time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    /// <summary>The date in a policy 'none'; null where there is none.</summary>
    public static DateTimeOffset? Read(MtaStsPolicy? policy) =>
        policy is { Mode: MtaStsMode.None }
        && policy.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, Name, StringComparison.Ordinal)) is { } mark
        && DateTimeOffset.TryParseExact(mark.Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
