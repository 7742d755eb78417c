using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace MtaStsTools.Lab;

/// <summary>A mail exchanger and how it behaves on its SMTP port.</summary>
public sealed record LabMailHost
{
    /// <summary>Its name: relative to the scenario's domain, absolute with a trailing dot, <c>@</c> for the domain itself.</summary>
    public string Name { get; init; } = "mx1";

    /// <summary>The preference of its MX record, or null for a host without one.</summary>
    public ushort? Preference { get; init; } = 10;

    /// <summary>The reply on connection, lines separated by LF; absent: <c>220 name ESMTP</c>.</summary>
    public string? Banner { get; init; }

    /// <summary>The EHLO keywords, in clear text.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = ["PIPELINING", "SIZE 52428800", "8BITMIME", "STARTTLS"];

    /// <summary>The reply to STARTTLS; only one that begins with 220 is followed by a handshake.</summary>
    public string StartTlsReply { get; init; } = "220 2.0.0 Ready to start TLS";

    /// <summary>What goes wrong on connection.</summary>
    public ConnectionFault Connection { get; init; }

    /// <summary>What goes wrong in the dialogue.</summary>
    public SmtpFault Smtp { get; init; }

    /// <summary>What goes wrong in the handshake.</summary>
    public TlsFault Tls { get; init; }

    /// <summary>The TLS versions served, where the handshake succeeds.</summary>
    public SslProtocols TlsVersions { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The only cipher suite served, where the system lets a program choose (Windows does not).</summary>
    public TlsCipherSuite? CipherSuite { get; init; }

    /// <summary>The certificate presented.</summary>
    public LabCertificate Certificate { get; init; } = LabCertificate.Good;

    /// <summary>A TLSA record to publish for this host, if any.</summary>
    public LabTlsa? Tlsa { get; init; }

    /// <summary>A fixed loopback address; absent: one of its own.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>No address record is published for the name.</summary>
    public bool Unpublished { get; init; }
}

/// <summary>What the TLSA record of a mail host says (DANE-EE, SPKI, SHA-256: <c>3 1 1</c>).</summary>
public enum LabTlsa
{
    /// <summary>The digest of the certificate that the host presents.</summary>
    Matching,

    /// <summary>The digest of another key.</summary>
    Mismatching,

    /// <summary>Parameters that no client can use (RFC 7672 §3.1.3: usage PKIX-EE).</summary>
    Unusable,
}
