using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>A record of a zone file, and where it stands.</summary>
internal sealed class ZoneRecord
{
    public required ZoneSource Source { get; init; }

    public required MasterFileEntry Entry { get; init; }

    public required WireName Owner { get; init; }

    /// <summary>The origin that its relative names are below.</summary>
    public required WireName Origin { get; init; }

    /// <summary>The time to live, from wherever it comes.</summary>
    public required uint Ttl { get; init; }

    /// <summary>The word that says the time to live; null where none does.</summary>
    public MasterFileToken? TtlToken { get; init; }

    public required bool IsInternet { get; init; }

    /// <summary>The type in upper case.</summary>
    public required string Type { get; init; }

    public required MasterFileToken TypeToken { get; init; }

    public required IReadOnlyList<MasterFileToken> Rdata { get; init; }

    /// <summary>The word that says the owner; null where the name of the record before it counts.</summary>
    public MasterFileToken? OwnerToken => Entry.BeginsWithBlank ? null : Entry.Tokens[0];

    /// <summary>The value of a TXT record; null where it is of another type.</summary>
    public TxtValue? Txt { get; init; }

    /// <summary>Whether both are the same record but for owner and time to live. The words are compared as written, with the origin that they may depend on.</summary>
    public bool HasSameData(ZoneRecord other) =>
        Type == other.Type
        && IsInternet == other.IsInternet
        && Origin.Equals(other.Origin)
        && Rdata.Select(word => word.Raw).SequenceEqual(other.Rdata.Select(word => word.Raw), StringComparer.Ordinal);
}
