namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>A record or a directive of a master file: one line, or several where parentheses hold them together (RFC 1035 §5.1).</summary>
internal sealed record MasterFileEntry
{
    /// <summary>Where its first line begins.</summary>
    public required int Start { get; init; }

    /// <summary>Where the next line begins, or the end of the text.</summary>
    public required int End { get; init; }

    /// <summary>The number of its first line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Whether it begins with white space, and so is about the name of the record before it.</summary>
    public required bool BeginsWithBlank { get; init; }

    public required IReadOnlyList<MasterFileToken> Tokens { get; init; }

    public bool IsDirective => !BeginsWithBlank && Tokens[0].Raw[0] == '$';
}
