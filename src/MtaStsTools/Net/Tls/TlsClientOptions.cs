using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Net.Tls;

/// <summary>How handshakes are made and chains are assessed.</summary>
internal sealed record TlsClientOptions
{
    /// <summary>Time for one handshake.</summary>
    public required TimeSpan HandshakeTimeout { get; init; }

    /// <summary>The only roots to trust; empty means those of the machine.</summary>
    public required IReadOnlyList<X509Certificate2> TrustedRoots { get; init; }

    /// <summary>Whether revoked certificates are asked for at the addresses that certificates name.</summary>
    public required bool CheckRevocation { get; init; }

    /// <summary>The clock by which certificates are in date.</summary>
    public required TimeProvider TimeProvider { get; init; }
}
