using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Lab.Certificates;

/// <summary>What the keys of an authority and of its certificates are.</summary>
internal enum LabKeys
{
    /// <summary>ECDSA on P-256: quick to make, and what most authorities issue today.</summary>
    EllipticCurve,

    /// <summary>RSA of 2048 bits, for clients that know nothing else.</summary>
    Rsa,
}

/// <summary>A request for a certificate, with the fresh key that it is for.</summary>
internal sealed class KeyedRequest : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    public KeyedRequest(LabKeys keys, string commonName)
    {
        var subject = $"CN={commonName}";
        if (keys == LabKeys.Rsa)
        {
            var rsa = RSA.Create(2048);
            (_key, Request) = (rsa, new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        else
        {
            var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            (_key, Request) = (curve, new CertificateRequest(subject, curve, HashAlgorithmName.SHA256));
        }
    }

    public CertificateRequest Request { get; }

    /// <summary>The certificate that was issued for the request, together with its key.</summary>
    public X509Certificate2 Join(X509Certificate2 issued) =>
        _key is RSA rsa ? issued.CopyWithPrivateKey(rsa) : issued.CopyWithPrivateKey((ECDsa)_key);

    public void Dispose() => _key.Dispose();
}
