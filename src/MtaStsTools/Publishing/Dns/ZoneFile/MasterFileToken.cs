namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>A word of a master file. Its text is as written, escapes and quotation marks included.</summary>
internal readonly record struct MasterFileToken
{
    public required int Offset { get; init; }

    public required string Raw { get; init; }

    /// <summary>How many parentheses are open around it.</summary>
    public required int Depth { get; init; }

    public int End => Offset + Raw.Length;

    public bool IsQuoted => Raw[0] == '"';

    public bool Is(string word) => string.Equals(Raw, word, StringComparison.OrdinalIgnoreCase);
}
