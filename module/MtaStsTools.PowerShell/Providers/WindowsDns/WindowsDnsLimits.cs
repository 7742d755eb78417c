using MtaStsTools.Publishing;

namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>
/// What the cmdlets of the module DnsServer cannot do with TXT records. They write one string of at most 254 characters, and of a record with several they show
/// and match the first one alone.
/// </summary>
internal static class WindowsDnsLimits
{
    private const int MaxLength = 254;
    private const string ByHand = "Change the record in the DNS console of the server.";

    /// <summary>Whether the change removes everything that is there and adds nothing: that is said without naming a record.</summary>
    public static bool IsRemovalOfAll(RecordChange change) => change.Add.Count == 0 && change.Expected.Count > 0 && change.Expected.All(change.Remove.Contains);

    /// <exception cref="Publishing.Dns.DnsProviderException">The change is one that they cannot make.</exception>
    public static void Demand(RecordChange change, WindowsDnsErrors errors)
    {
        if (change.Add.FirstOrDefault(value => !IsWritable(value)) is { } added)
        {
            throw errors.Create(change.RecordName, ProviderErrorKind.InvalidRequest,
                $"takes from its cmdlets one string of at most {MaxLength} printable ASCII characters without quotation marks and backslashes, and the record to write is another: {added}.",
                added.Text.Length > MaxLength ? "Make the record shorter, for instance by fewer or shorter addresses; or change it in the DNS console of the server." : ByHand);
        }

        if (IsRemovalOfAll(change))
            return;
        foreach (var removed in change.Remove)
        {
            if (!IsSingle(removed))
                throw errors.Create(change.RecordName, ProviderErrorKind.InvalidRequest, $"cannot remove by its cmdlets one record of several strings: {removed}.", ByHand);
            if (change.Expected.Any(other => !other.Equals(removed) && FirstString(other).SequenceEqual(FirstString(removed))))
                throw errors.Create(change.RecordName, ProviderErrorKind.InvalidRequest, $"shows two records by its cmdlets as one text, and one of them would be removed: {removed}.", ByHand);
        }
    }

    private static bool IsWritable(TxtValue value) => IsSingle(value) && value.Text.Length is > 0 and <= MaxLength && value.Text.All(character => character is >= ' ' and <= '~' and not '"' and not '\\');

    private static bool IsSingle(TxtValue value) => value.Rdata.Length == value.Rdata[0] + 1;

    private static ReadOnlySpan<byte> FirstString(TxtValue value) => value.Rdata.Slice(0, value.Rdata[0] + 1);
}
