using FsCheck.Xunit;
using MtaStsTools.Net.Tls;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>The hash under a signature, whatever the algorithm is called on a system.</summary>
public sealed class SignatureHashTests
{
    private static readonly AsymmetricCipherKeyPair Rsa = KeyPair("RSA", 2048);
    private static readonly AsymmetricCipherKeyPair Curve = KeyPair("ECDSA", 256);
    private static readonly byte[] Pss = Certificate("SHA1WITHRSAANDMGF1", Rsa);

    [Theory]
    [InlineData("MD5WITHRSA", "MD5")]
    [InlineData("SHA1WITHRSA", "SHA-1")]
    [InlineData("SHA256WITHRSA", "SHA-256")]
    [InlineData("SHA512WITHRSA", "SHA-512")]
    [InlineData("SHA1WITHRSAANDMGF1", "SHA-1")]
    [InlineData("SHA384WITHRSAANDMGF1", "SHA-384")]
    [InlineData("SHA1WITHECDSA", "SHA-1")]
    [InlineData("SHA256WITHECDSA", "SHA-256")]
    public void The_hash_is_named_the_same_for_every_kind_of_signature(string algorithm, string hash) =>
        Assert.Equal(hash, SignatureHash.Of(Certificate(algorithm, algorithm.EndsWith("ECDSA", StringComparison.Ordinal) ? Curve : Rsa)));

    [Fact]
    public void An_algorithm_without_a_hash_of_its_own_names_none() =>
        Assert.Null(SignatureHash.Of(Certificate("Ed25519", KeyPair("Ed25519", 256))));

    [Property(MaxTest = 1000)]
    public void Hostile_certificates_never_throw(byte[] octets, ushort at, byte value)
    {
        var changed = (byte[])Pss.Clone();
        changed[at % changed.Length] = value;

        foreach (var der in new[] { octets, changed, changed[..(at % changed.Length)] })
            Assert.InRange(SignatureHash.Of(der)?.Length ?? 0, 0, 7);
    }

    private static byte[] Certificate(string algorithm, AsymmetricCipherKeyPair keys)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.One);
        generator.SetIssuerDN(new X509Name("CN=issuer"));
        generator.SetSubjectDN(new X509Name("CN=subject"));
        generator.SetNotBefore(DateTime.UnixEpoch);
        generator.SetNotAfter(DateTime.UnixEpoch.AddDays(1));
        generator.SetPublicKey(keys.Public);
        return generator.Generate(new Asn1SignatureFactory(algorithm, keys.Private)).GetEncoded();
    }

    private static AsymmetricCipherKeyPair KeyPair(string algorithm, int bits)
    {
        var generator = GeneratorUtilities.GetKeyPairGenerator(algorithm);
        generator.Init(new KeyGenerationParameters(new SecureRandom(), bits));
        return generator.GenerateKeyPair();
    }
}
