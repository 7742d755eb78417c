using System.Net.Security;

namespace MtaStsTools.Net.Tls;

/// <summary>How a handshake went; <see cref="Stream"/> is there only where it succeeded.</summary>
internal sealed record TlsResult(TlsOutcome Outcome, SslStream? Stream, string? Detail, string? Version, string? CipherSuite, CertificateObservation? Certificate);
