using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>One TXT record.</summary>
public sealed record TxtFact
{
    /// <summary>A record yet to be filled in.</summary>
    public TxtFact()
    {
    }

    /// <summary>The record of these character strings.</summary>
    [SetsRequiredMembers]
    public TxtFact(IReadOnlyList<string> strings) => Strings = strings;

    /// <summary>Its character strings; octets outside ASCII as Latin-1.</summary>
    public required IReadOnlyList<string> Strings { get; init => field = ValueList.Copy(value); }

    /// <summary>The strings joined with nothing between, as RFC 8461 §3.1 reads them.</summary>
    public string Text => string.Concat(Strings);

    /// <summary>The text in quotation marks, cut and safe to display.</summary>
    public override string ToString() => $"\"{DisplayText.Sanitize(Text, 512)}\"";
}
