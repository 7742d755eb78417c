using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Fixes;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools;

/// <summary>A domain name, the same whether it was given in A-labels or U-labels, in whatever case, with or without the root's dot (RFC 1035 §2.3, RFC 5891 §4).</summary>
public sealed partial record DomainName
{
    /// <summary>The name that <see cref="StringSyntaxAttribute"/> has for a domain name.</summary>
    public const string Syntax = "MtaStsDomainName";

    private DomainName(string ascii) => Ascii = ascii;

    /// <summary>The A-label form in lower case, without the root's dot: what goes over the wire.</summary>
    public string Ascii { get; }

    /// <summary>The U-label form for people; the A-labels themselves where they stand for nothing.</summary>
    public string Unicode => DomainNameGrammar.ToUnicode(Ascii);

    /// <summary>The name without its first label, or null for a single label.</summary>
    public DomainName? Parent => Ascii.IndexOf('.') is var dot and > 0 ? new DomainName(Ascii.Substring(dot + 1)) : null;

    /// <summary>Reads a name.</summary>
    /// <param name="text">A name in A-labels or U-labels.</param>
    /// <exception cref="MtaStsFormatException">It is no domain name.</exception>
    public static DomainName Parse([StringSyntax(Syntax)] string text) =>
        TryParse(text, out var name, out var findings) ? name : throw new MtaStsFormatException(findings);

    /// <summary>Reads a name; false where it is none.</summary>
    public static bool TryParse([NotNullWhen(true), StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out DomainName? name) => TryParse(text, out name, out _);

    /// <summary>Reads a name; false, with the findings that say why, where it is none.</summary>
    public static bool TryParse([NotNullWhen(true), StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out DomainName? name, out IReadOnlyList<Finding> findings)
    {
        var faults = default(FaultBuffer);
        name = DomainNameGrammar.Read((text ?? "").AsSpan(), ref faults) is { } ascii ? new DomainName(ascii) : null;
        findings = faults.ToFindings((text ?? "").AsSpan(), text => fault => DomainNameFixer.Fix(fault));
        return name is not null;
    }

    /// <summary>The A-label form.</summary>
    public override string ToString() => Ascii;
}
