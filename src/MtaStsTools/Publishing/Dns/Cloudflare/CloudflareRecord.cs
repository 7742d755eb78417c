using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Cloudflare;

/// <summary>A record of a zone at Cloudflare.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Name">The owner, without the final dot.</param>
/// <param name="Type">The type.</param>
/// <param name="Content">Its data as text.</param>
/// <param name="Ttl">The time to live in seconds; 1 means that Cloudflare chooses.</param>
/// <param name="Comment">The note that somebody put to it.</param>
internal sealed record CloudflareRecord(string Id, string Name, string Type, string Content, int Ttl, string? Comment)
{
    private const int Automatic = 1;

    // What Cloudflare chooses for a record that is not proxied.
    private static readonly TimeSpan AutomaticTtl = TimeSpan.FromMinutes(5);

    public TimeSpan TimeToLive => Ttl == Automatic ? AutomaticTtl : TimeSpan.FromSeconds(Ttl);

    public static CloudflareRecord Read(ApiJson record) => new(
        record["id"].Name(), record["name"].Name(), record["type"].Name(), record["content"].Text(), record["ttl"].Whole(), record.TextOrNull("comment"));

    /// <summary>The data, where it is text: in quotation marks as master files write it, or, in older records, as it stands. Null where it is neither.</summary>
    public TxtValue? ToTxt()
    {
        if (Content.StartsWith("\"", StringComparison.Ordinal))
            return MasterFileTxt.TryParse(Content);
        return Content.All(character => character <= 0xFF) ? TxtValue.FromText(Content) : null;
    }
}
