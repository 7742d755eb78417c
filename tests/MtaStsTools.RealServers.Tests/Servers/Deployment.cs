using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>One domain as an administrator deploys it: its zone in BIND, its policy on nginx, its mail on Postfix.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    public const string Domain = "example.test";
    public const string MailHost = $"mx1.{Domain}";
    public const string PolicyHost = $"mta-sts.{Domain}";
    public const string EnforcePolicy = $"version: STSv1\r\nmode: enforce\r\nmx: {MailHost}\r\nmax_age: 1209600\r\n";

    private readonly List<IAsyncDisposable> _servers = [];
    private readonly LabAuthority _authority;
    private readonly ServerFolder _folder = new();
    private Named _named = null!;
    private Named? _resolver;
    private Nginx _nginx = null!;
    private Postfix _postfix = null!;

    private Deployment(LabKeys keys)
    {
        _authority = new LabAuthority(TimeProvider.System, keys);
        RootPath = _folder.Write("root.pem", _authority.Root.ExportCertificatePem() + "\n");
    }

    /// <summary>May replace the record.</summary>
    public TsigSecret UpdateKey { get; } = TsigSecret.Create("hmac-sha256");

    /// <summary>The authority's root in PEM.</summary>
    public string RootPath { get; }

    /// <summary>The authoritative server.</summary>
    public IPEndPoint Primary => _named.EndPoint;

    /// <summary>Whom to ask: the validating resolver where the zone is signed, else the authoritative server.</summary>
    public IPEndPoint DnsServer => (_resolver ?? _named).EndPoint;

    public int HttpsPort => _nginx.EndPoint.Port;

    public int SmtpPort => _postfix.EndPoint.Port;

    public ObservationOptions Options => new()
    {
        DnsServers = [DnsServer],
        HttpsPort = HttpsPort,
        SmtpPort = SmtpPort,
        TrustedRoots = [_authority.Root],
        AllowPrivateAddresses = true,
    };

    /// <param name="policy">The octets of the policy file.</param>
    /// <param name="startTls">Whether Postfix has a certificate.</param>
    /// <param name="associate">Where the zone is to be signed: the TLSA data for Postfix's certificate.</param>
    /// <param name="keys">What the certificates' keys are.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<Deployment> StartAsync(
        CancellationToken cancellationToken,
        string policy = EnforcePolicy,
        bool startTls = true,
        Func<X509Certificate2, string>? associate = null,
        LabKeys keys = LabKeys.EllipticCurve)
    {
        // The one that most machines lack is asked for before anything is made.
        Postfix.Require();
        var deployment = new Deployment(keys);
        try
        {
            await deployment.StartServersAsync(policy, startTls, associate, cancellationToken);
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>DANE-EE, SubjectPublicKeyInfo, SHA-256: what RFC 7672 §3.1.1 recommends.</summary>
    public static string PublicKeyDigest(X509Certificate2 certificate) =>
        "3 1 1 " + Convert.ToHexString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>Changes the policy that nginx serves.</summary>
    public void SetPolicy(string policy) => _nginx.SetPolicy(PolicyHost, policy);

    /// <summary>Waits for a line of Postfix's log.</summary>
    public Task UntilMailLogHasAsync(string text, CancellationToken cancellationToken) =>
        _postfix.UntilLogHasAsync(text, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(_servers))
            await server.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    private async Task StartServersAsync(
        string policy, bool startTls, Func<X509Certificate2, string>? associate, CancellationToken cancellationToken)
    {
        var certificate = _authority.Issue(LabCertificate.Good, MailHost);
        _postfix = Started(await Postfix.StartAsync(MailHost, startTls ? certificate : null, cancellationToken));
        _nginx = Started(await Nginx.StartAsync(
            [new PolicySite(PolicyHost, _authority.Issue(LabCertificate.Good, PolicyHost), policy)], cancellationToken));

        var zone = new Zone(Domain, Records(associate?.Invoke(certificate.Leaf)))
        {
            UpdatePolicy = $"grant {UpdateKey.Name} name _mta-sts.{Domain}. TXT;",
        };
        if (associate is null)
        {
            _named = Started(await Named.StartAuthorityAsync([zone], [UpdateKey], cancellationToken));
            return;
        }

        var signed = await SignedZone.SignAsync(zone with { UpdatePolicy = "" }, cancellationToken);
        _named = Started(await Named.StartAuthorityAsync([signed], cancellationToken));
        _resolver = Started(await Named.StartResolverAsync(_named, [signed.TrustAnchor], cancellationToken));
    }

    private static string Records(string? association) =>
        $"""
        _mta-sts TXT "v=STSv1; id=20260101;"
        _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@{Domain}"
        mta-sts A 127.0.0.1
        @ MX 10 mx1
        mx1 A 127.0.0.1
        {(association is null ? "" : $"_25._tcp.mx1 TLSA {association}")}
        """;

    private T Started<T>(T server)
        where T : IAsyncDisposable
    {
        _servers.Add(server);
        return server;
    }
}
