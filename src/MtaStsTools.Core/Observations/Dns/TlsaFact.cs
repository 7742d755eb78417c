namespace MtaStsTools;

/// <summary>One TLSA record.</summary>
/// <param name="Usage">Certificate usage: 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE.</param>
/// <param name="Selector">0 the certificate, 1 its SubjectPublicKeyInfo.</param>
/// <param name="MatchingType">0 exact, 1 SHA-256, 2 SHA-512.</param>
/// <param name="Data">The association data in lower-case hexadecimal digits.</param>
public sealed record TlsaFact(int Usage, int Selector, int MatchingType, string Data);
