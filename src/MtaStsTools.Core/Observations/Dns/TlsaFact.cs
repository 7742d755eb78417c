using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>One TLSA record.</summary>
public sealed record TlsaFact
{
    /// <summary>A record yet to be filled in.</summary>
    public TlsaFact()
    {
    }

    /// <summary>The record <c>usage selector matchingType data</c>.</summary>
    [SetsRequiredMembers]
    public TlsaFact(int usage, int selector, int matchingType, string data)
    {
        Usage = usage;
        Selector = selector;
        MatchingType = matchingType;
        Data = data;
    }

    /// <summary>Certificate usage: 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE.</summary>
    public required int Usage { get; init; }

    /// <summary>0 the certificate, 1 its SubjectPublicKeyInfo.</summary>
    public required int Selector { get; init; }

    /// <summary>0 exact, 1 SHA-256, 2 SHA-512.</summary>
    public required int MatchingType { get; init; }

    /// <summary>The association data in lower-case hexadecimal digits.</summary>
    public required string Data { get; init; }

    /// <summary>The record as a zone file has it; safe to display.</summary>
    public override string ToString() => FormattableString.Invariant($"{Usage} {Selector} {MatchingType} {DisplayText.Sanitize(Data)}");
}
