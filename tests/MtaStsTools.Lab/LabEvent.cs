using System.Net;
using MtaStsTools.Lab.Dns;

namespace MtaStsTools.Lab;

/// <summary>Something a client did to the lab.</summary>
public abstract record LabEvent;

/// <summary>A DNS request.</summary>
public sealed record LabDnsQuery(string Name, DnsType Type, bool Tcp, bool Update, bool SecondNameServer) : LabEvent;

/// <summary>An HTTPS request that reached a policy host.</summary>
public sealed record LabHttpRequest(string Host, string Path, string? UserAgent, IPAddress Address) : LabEvent;

/// <summary>A connection to a policy host or mail exchanger, before anything is said.</summary>
public sealed record LabConnection(string Host, IPAddress Address, bool Smtp) : LabEvent;

/// <summary>One command line that an SMTP client sent.</summary>
public sealed record LabSmtpCommand(string Host, IPAddress Address, bool Encrypted, string Line) : LabEvent;

/// <summary>A TLS handshake that an SMTP client began, with the name it asked for.</summary>
public sealed record LabSmtpHandshake(string Host, IPAddress Address, string? ServerName) : LabEvent;
