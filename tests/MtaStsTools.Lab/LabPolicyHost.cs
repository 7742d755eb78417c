using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace MtaStsTools.Lab;

/// <summary>A policy host (RFC 8461 §3.3) and how it behaves.</summary>
public sealed record LabPolicyHost
{
    /// <summary>Its name: relative to the scenario's domain, absolute with a trailing dot.</summary>
    public string Name { get; init; } = "mta-sts";

    /// <summary>What is served at <c>/.well-known/mta-sts.txt</c>, as octets of UTF-8; absent: 404.</summary>
    public string? Body { get; init; }

    /// <summary>A file that is served in place of <see cref="Body"/>, as it is when it is asked for.</summary>
    public string? File { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The media type, or none.</summary>
    public string? ContentType { get; init; } = "text/plain";

    /// <summary>The target of a redirect.</summary>
    public string? Location { get; init; }

    /// <summary>What goes wrong before TLS.</summary>
    public ConnectionFault Connection { get; init; }

    /// <summary>What goes wrong in the handshake.</summary>
    public TlsFault Tls { get; init; }

    /// <summary>What goes wrong in HTTP.</summary>
    public HttpFault Http { get; init; }

    /// <summary>The TLS versions served, where the handshake succeeds.</summary>
    public SslProtocols TlsVersions { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The only cipher suite served, where the system lets a program choose (Windows does not).</summary>
    public TlsCipherSuite? CipherSuite { get; init; }

    /// <summary>The certificate presented.</summary>
    public LabCertificate Certificate { get; init; } = LabCertificate.Good;

    /// <summary>A fixed loopback address; absent: one of its own. <see cref="IPAddress.IPv6Loopback"/> can be given to one host of a lab.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>
    /// The host lives with many others on one address and is told apart by SNI, as on a large provider's servers;
    /// for sound hosts only.
    /// </summary>
    public bool SharedAddress { get; init; }

    /// <summary>The host's address is not published under <see cref="Name"/> (it is reached through a CNAME or not at all).</summary>
    public bool Unpublished { get; init; }
}
