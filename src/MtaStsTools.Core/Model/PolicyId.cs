using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>
/// An <c>id</c> that remembers which policy it announces: 16 characters of UTC time (<c>20260131T120000Z</c>), so that people can read it and each
/// change has a new one, and 16 of a fingerprint of what the policy says, so that "has the policy changed?" can be told from the record alone.
/// Together they are the 32 letters and digits that RFC 8461 §3.1 allows. Senders see an opaque id, as with any other.
/// </summary>
public static class PolicyId
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const int TimeLength = 16;
    private const int FingerprintLength = 16;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The id of <paramref name="policy"/> when it is first announced at <paramref name="time"/>.</summary>
    public static string Derive(MtaStsPolicy policy, DateTimeOffset time) => TimeOf(time) + Fingerprint(policy);

    /// <summary>The id of a policy that is not at hand: the time alone, and never the id before.</summary>
    /// <param name="time">The time to name; it is turned into UTC.</param>
    /// <param name="previous">The id in use, or null where there is none.</param>
    public static string Derive(DateTimeOffset time, string? previous)
    {
        var id = TimeOf(time);
        return id == previous ? TimeOf(time.AddSeconds(1)) : id;
    }

    /// <summary>Whether <paramref name="id"/> is 1 to 32 letters or digits (RFC 8461 §3.1).</summary>
    public static bool IsValid(string? id) => RecordId.IsValid((id ?? "").AsSpan());

    /// <summary>Whether <paramref name="id"/> announces <paramref name="policy"/>; null for an id that was not derived here and so does not say.</summary>
    public static bool? Announces(string id, MtaStsPolicy policy) =>
        IsDerived(id) ? string.Equals(id.Substring(TimeLength), Fingerprint(policy), StringComparison.Ordinal) : null;

    /// <summary>When <paramref name="id"/> was derived; null for an id that was not derived from a policy here and so does not say.</summary>
    public static DateTimeOffset? DerivedAt(string id) => IsDerived(id)
        ? DateTimeOffset.ParseExact(id.Substring(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    private static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static bool IsDerived(string id)
    {
        if (id.Length != TimeLength + FingerprintLength
            || !DateTime.TryParseExact(id.Substring(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            return false;
        }

        return id.Skip(TimeLength).All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
    }

    // Eighty bits: far more than two policies of one domain will ever need to differ.
    private static string Fingerprint(MtaStsPolicy policy)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Meaning(policy).ToString()));
        var octets = hash.GetHashAndReset();
        var text = new char[FingerprintLength];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var window = (octets[bit / 8] << 8) | octets[(bit / 8) + 1];
            text[i] = Base32[(window >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    /// <summary>The policy in one form of all that mean the same to a sender: the order, case and repetition of <c>mx</c> and the order of extensions are of no account.</summary>
    private static MtaStsPolicy Meaning(MtaStsPolicy policy) => policy with
    {
        Mx = [.. policy.Mx.Select(pattern => MxPattern.Parse(pattern.ToString().ToLowerInvariant())).Distinct().OrderBy(pattern => pattern.ToString(), StringComparer.Ordinal)],
        Extensions = [.. policy.Extensions.OrderBy(extension => extension.Name, StringComparer.Ordinal).ThenBy(extension => extension.Value, StringComparer.Ordinal)],
    };
}
