using System.Net.Security;

namespace MtaStsTools.Net.Tls;

/// <summary>How a handshake went; <see cref="Stream"/> is there only where it succeeded.</summary>
internal sealed record TlsResult(TlsOutcome Outcome, SslStream? Stream, string? Detail, string? Version, string? CipherSuite, CertificateObservation? Certificate)
{
    /// <summary>What <see cref="Stream"/> runs over.</summary>
    public WatchedTransport? Transport { get; init; }

    /// <summary>Whether the connection was closed without the alert close_notify (RFC 8446 §6.1): somebody on the way may have cut off the rest.</summary>
    public bool IsCutShort => Transport is { IsAtEnd: true };
}
