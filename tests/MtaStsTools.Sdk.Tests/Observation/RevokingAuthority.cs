using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>A root whose certificates name a revocation list (RFC 5280 §4.2.1.13) and the issuer's certificate (§4.2.2.1), both at an HTTP server of its own.</summary>
internal sealed class RevokingAuthority : IAsyncDisposable
{
    private readonly CertificateRevocationListBuilder _revoked = new();
    private readonly OneAtATimeServer _server;
    private readonly X509Certificate2 _root;
    private int _requests;

    public RevokingAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // The system keeps the lists that it has fetched, by the name of their issuer.
        var request = new CertificateRequest($"CN=Revoking Root {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(30));
        Root = X509CertificateLoader.LoadCertificate(_root.RawDataMemory.Span);
        _server = new OneAtATimeServer(AnswerAsync);
    }

    /// <summary>The root, without its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>How often the server was asked for anything.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Whether there is a list where the certificates say.</summary>
    public bool HasList { get; set; } = true;

    public X509Certificate2 Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var list = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/revoked.crl");
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(
            ocspUris: null, caIssuersUris: [string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/issuer.crt")]));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([list]));
        using var issued = request.Create(_root, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    public void Revoke(X509Certificate2 certificate) =>
        _revoked.AddEntry(certificate, DateTimeOffset.UtcNow.AddHours(-1), X509RevocationReason.KeyCompromise);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Root.Dispose();
        _root.Dispose();
    }

    private async Task AnswerAsync(NetworkStream stream, CancellationToken stop)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync(stop) is { Length: > 0 })
        {
            // A request without a body ends with an empty line.
        }

        Interlocked.Increment(ref _requests);
        var body = HasList ? _revoked.Build(_root, crlNumber: 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256) : [];
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(HasList ? "200 OK" : "404 Not Found")}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head).Concat(body).ToArray(), stop);
    }
}
