using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools;

/// <summary>One <c>mx</c> of a policy: a host name, or <c>*.</c> and the domain that the host stands directly under (RFC 8461 §4.1).</summary>
public sealed partial class MxPattern : IEquatable<MxPattern>
{
    private MxPattern(string text, bool isValid = true)
    {
        Text = text;
        IsValid = isValid;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>
    /// False only for what a configuration gave and is no pattern. The binder of .NET leaves out of a list what cannot be converted, and an <c>enforce</c> policy
    /// without one of its hosts refuses mail: so it stays in the list, is an Error of the policy, and throws where it would have to decide.
    /// </summary>
    public bool IsValid { get; }

    /// <summary>Whether it begins with <c>*.</c>, which stands for exactly one label.</summary>
    public bool IsWildcard => Text.StartsWith("*", StringComparison.Ordinal);

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="MtaStsFormatException">It is no mx pattern.</exception>
    public static MxPattern Parse(string text) =>
        TryParse(text, out var pattern, out var findings) ? pattern : throw new MtaStsFormatException(findings);

    /// <summary>Reads a pattern; false where it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MxPattern? pattern)
    {
        pattern = text is not null && MxGrammar.IsPattern(text.AsSpan()) ? new MxPattern(text) : null;
        return pattern is not null;
    }

    /// <summary>Reads a pattern; false, with the findings that say why, where it is none. A good one may have warnings.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MxPattern? pattern, out IReadOnlyList<Finding> findings)
    {
        findings = MxGrammar.Validate((text ?? "").AsSpan());
        return TryParse(text, out pattern);
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="MtaStsFormatException">It is no mx pattern.</exception>
    public static implicit operator MxPattern(string text) => Parse(text);

    /// <summary>The same as the implicit conversion, for languages without it.</summary>
    public static MxPattern FromString(string text) => Parse(text);

    /// <summary>Every problem of the pattern.</summary>
    public IReadOnlyList<Finding> Validate() => MxGrammar.Validate(Text.AsSpan());

    /// <summary>
    /// Whether the pattern covers the MX host: whole labels, case ignored, one trailing dot of the host dropped.
    /// <c>*.example.net</c> covers <c>a.example.net</c>, not <c>example.net</c> and not <c>a.b.example.net</c>; what is no host name is not covered.
    /// </summary>
    /// <param name="host">The name that the MX record gives, in A-label form.</param>
    /// <exception cref="MtaStsFormatException">The pattern is none: <see cref="IsValid"/> is false.</exception>
    public bool Matches(string host) => Matches(host.AsSpan());

    /// <inheritdoc cref="Matches(string)"/>
    public bool Matches(ReadOnlySpan<char> host)
    {
        if (!IsValid)
            throw new MtaStsFormatException(Validate());
        if (host.Length > 0 && host[host.Length - 1] == '.')
            host = host.Slice(0, host.Length - 1);
        if (!IsWildcard)
            return Characters.EqualsIgnoreCase(host, Text.AsSpan());

        var label = host.Length - (Text.Length - 1);
        return label > 0 && Characters.EqualsIgnoreCase(host.Slice(label), Text.AsSpan(1))
            && HostNameGrammar.IsHostName(host) && host.Slice(0, label).IndexOf('.') < 0;
    }

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both cover the same hosts.</summary>
    public bool Equals(MxPattern? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MxPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>Whether both cover the same hosts.</summary>
    public static bool operator ==(MxPattern? left, MxPattern? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they cover different hosts.</summary>
    public static bool operator !=(MxPattern? left, MxPattern? right) => !(left == right);

    /// <summary>The pattern of a text, or one that is not valid and keeps the text for whoever looks; never one that breaks the line that it is written on.</summary>
    internal static MxPattern FromConfiguration(string text)
    {
        text = text.Trim();
        return MxGrammar.IsPattern(text.AsSpan()) ? new MxPattern(text) : new MxPattern(DisplayText.Sanitize(text), isValid: false);
    }

    /// <summary>A pattern whose text the grammar has already accepted.</summary>
    internal static MxPattern Trusted(ReadOnlySpan<char> text) => new(text.ToString());
}
