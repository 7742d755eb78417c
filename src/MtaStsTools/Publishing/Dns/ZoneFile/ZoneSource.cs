namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>One file of a zone as it was read: the zone's own, or one that it includes.</summary>
internal sealed class ZoneSource(string path, string text)
{
    public string Path { get; } = path;

    /// <summary>Its octets, one character each.</summary>
    public string Text { get; } = text;

    /// <summary>How often the zone takes it in; an edit of one that is taken in twice would change two places.</summary>
    public int Uses { get; set; }
}
