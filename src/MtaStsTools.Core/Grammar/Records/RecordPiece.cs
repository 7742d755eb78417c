namespace MtaStsTools.Grammar.Records;

/// <summary>What stands between two semicolons of a record: a name and a value, well formed or not.</summary>
internal readonly ref struct RecordPiece
{
    private readonly int _separator;

    public RecordPiece(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        _separator = equals >= 0 ? equals : text.IndexOf(':');
        Name = _separator < 0 ? text : Characters.TrimWhiteSpace(text.Slice(0, _separator));
        Value = _separator < 0 ? default : Characters.TrimWhiteSpace(text.Slice(_separator + 1));
        IsWellFormed = equals >= 0 && Name.Length + 1 + Value.Length == text.Length;
    }

    public ReadOnlySpan<char> Name { get; }

    public ReadOnlySpan<char> Value { get; }

    /// <summary>Whether an equals sign, and nothing else, separates both.</summary>
    public bool IsWellFormed { get; }

    /// <summary>Whether it is certain what is meant: spaces around the equals sign, or a colon in its place, between a good name and a value.</summary>
    public bool IsCertain => _separator > 0 && Value.Length > 0 && Characters.IsExtensionName(Name);
}
