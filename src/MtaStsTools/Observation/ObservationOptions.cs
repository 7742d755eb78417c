using System.Net;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Net.Tls;

namespace MtaStsTools;

/// <summary>How domains are observed. Every default suits the public Internet; certificates are always checked.</summary>
/// <remarks>
/// Issuers that a server did not send are not fetched from the addresses in certificates. On .NET Framework Windows may do so before it asks
/// us; what bounds it there, and what prevents it, is in SECURITY.md.
/// </remarks>
public sealed partial record ObservationOptions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The resolvers to ask, in order; empty means those of the system.</summary>
    public IReadOnlyList<IPEndPoint> DnsServers { get; init; } = [];

    /// <summary>Leaves out the SMTP sessions, for places where port 25 is blocked.</summary>
    public bool SkipSmtp { get; init; }

    /// <summary>Contacts every address of a host, and not only the first that can be reached.</summary>
    public bool AllAddresses { get; init; }

    /// <summary>Contacts addresses that are not global, too: split-horizon networks and laboratories. Without it they are facts only.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How many domains are observed at once, and how many policy hosts and how many MX hosts are connected to at once; at least 1.</summary>
    public int ThrottleLimit { get; init; } = 32;

    /// <summary>Time for one DNS question, repetitions and TCP included.</summary>
    public TimeSpan DnsTimeout { get; init; } = DefaultTimeout;

    /// <summary>Time to connect to one address.</summary>
    public TimeSpan ConnectTimeout { get; init; } = DefaultTimeout;

    /// <summary>Time for the SMTP greeting, and for the reply to each command.</summary>
    public TimeSpan GreetingTimeout { get; init; } = DefaultTimeout;

    /// <summary>Time for a TLS handshake.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = DefaultTimeout;

    /// <summary>Time from the HTTP request to the last octet of the body.</summary>
    public TimeSpan HttpTimeout { get; init; } = DefaultTimeout;

    /// <summary>
    /// Time for all that is done for one domain; what was not reached by then is not known, and its facts say so. An MX host that several domains
    /// of a scan share has the same time to itself.
    /// </summary>
    public TimeSpan DomainTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The port of policy hosts.</summary>
    public int HttpsPort { get; init; } = 443;

    /// <summary>The port of MX hosts.</summary>
    public int SmtpPort { get; init; } = 25;

    /// <summary>The only roots to trust; empty means those of the machine.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];

    /// <summary>
    /// Asks for revoked certificates at the addresses that the certificates name, for at most 5 s each: a server can so have any address
    /// visited. A list that cannot be had is no finding.
    /// </summary>
    public bool CheckRevocation { get; init; }

    /// <summary>The name to greet MX hosts with: a domain name or an address literal; null means the name of this machine.</summary>
    public string? EhloName { get; init; }

    /// <summary>Told of each step as it begins.</summary>
    public IProgress<ObservationStep>? Progress { get; init; }

    /// <summary>The clock that dates observations and by which certificates are in date. Time limits run on the machine's own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal TlsClientOptions ForTls() => new()
    {
        HandshakeTimeout = HandshakeTimeout,
        TrustedRoots = TrustedRoots,
        CheckRevocation = CheckRevocation,
        TimeProvider = TimeProvider,
    };
}
