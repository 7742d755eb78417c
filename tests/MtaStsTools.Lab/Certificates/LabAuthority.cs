using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Lab.Certificates;

/// <summary>A leaf as a server presents it: with its key, and with the intermediates that are sent along.</summary>
internal sealed record IssuedCertificate(X509Certificate2 Leaf, X509Certificate2Collection Sent)
{
    private SslStreamCertificateContext? _context;

    /// <summary>Made at the first handshake: most hosts of a run are never contacted.</summary>
    public SslStreamCertificateContext Context => _context ??= SslStreamCertificateContext.Create(Leaf, Sent, offline: true);
}

/// <summary>The lab's certification authorities: a root to trust, an intermediate below it, and a root nobody trusts.</summary>
internal sealed class LabAuthority : IDisposable
{
    private readonly LabKeys _keys;
    private readonly DateTimeOffset _start;
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _intermediate;
    private readonly X509Certificate2 _untrustedRoot;
    private readonly X509Certificate2 _untrustedIntermediate;

    public LabAuthority(TimeProvider clock, LabKeys keys = LabKeys.EllipticCurve)
    {
        _keys = keys;
        _start = clock.GetUtcNow();
        _root = CreateAuthority("MtaStsTools Lab Root", issuer: null);
        _intermediate = CreateAuthority("MtaStsTools Lab Intermediate", _root);
        _untrustedRoot = CreateAuthority("MtaStsTools Lab Untrusted Root", issuer: null);
        _untrustedIntermediate = CreateAuthority("MtaStsTools Lab Untrusted Intermediate", _untrustedRoot);
        Root = X509CertificateLoader.LoadCertificate(_root.RawDataMemory.Span);
    }

    /// <summary>The trusted root, without its key.</summary>
    public X509Certificate2 Root { get; }

    public IssuedCertificate Issue(LabCertificate wanted, string host)
    {
        using var keyed = new KeyedRequest(_keys, host);
        var request = keyed.Request;
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            wanted.KeySignsCertificatesOnly ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var names = wanted.DnsNames ?? [host];
        if (names.Count > 0)
        {
            var alternatives = new SubjectAlternativeNameBuilder();
            foreach (var name in names)
                alternatives.AddDnsName(name);
            request.CertificateExtensions.Add(alternatives.Build());
        }

        var (from, to) = (_start + wanted.NotBefore, _start + wanted.NotAfter);
        if (wanted.Issuer == LabIssuer.Self)
            return new IssuedCertificate(request.CreateSelfSigned(from, to), []);

        var issuer = wanted.Issuer == LabIssuer.UntrustedRoot ? _untrustedIntermediate : _intermediate;
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        using var signed = request.Create(issuer, from, to, RandomNumberGenerator.GetBytes(16));
        X509Certificate2Collection sent = wanted.Issuer == LabIssuer.IntermediateNotSent ? [] : [issuer];
        return new IssuedCertificate(keyed.Join(signed), sent);
    }

    public void Dispose()
    {
        Root.Dispose();
        _root.Dispose();
        _intermediate.Dispose();
        _untrustedRoot.Dispose();
        _untrustedIntermediate.Dispose();
    }

    private X509Certificate2 CreateAuthority(string name, X509Certificate2? issuer)
    {
        using var keyed = new KeyedRequest(_keys, name);
        var request = keyed.Request;
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var (from, to) = (_start.AddYears(-1), _start.AddYears(9));
        if (issuer is null)
            return request.CreateSelfSigned(from, to);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        using var signed = request.Create(issuer, from.AddDays(1), to.AddDays(-1), RandomNumberGenerator.GetBytes(16));
        return keyed.Join(signed);
    }
}
