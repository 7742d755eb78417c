namespace MtaStsTools;

/// <summary>One TXT record.</summary>
/// <param name="Strings">Its character strings; octets outside ASCII as Latin-1.</param>
public sealed record TxtFact(IReadOnlyList<string> Strings)
{
    /// <summary>The strings joined with nothing between, as RFC 8461 §3.1 reads them.</summary>
    public string Text => string.Concat(Strings);

    /// <summary>The text in quotation marks, cut and safe to display.</summary>
    public override string ToString() => $"\"{DisplayText.Sanitize(Text, 512)}\"";
}
