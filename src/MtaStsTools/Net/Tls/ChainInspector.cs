using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Net.Tls;

/// <summary>Builds the chain of a presented certificate and says how it fares against the trusted roots; dates and names of the certificate itself are not its business.</summary>
internal sealed class ChainInspector(TlsClientOptions options)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan RevocationTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A chain that fetches nothing by itself: addresses in a stranger's certificate are not for us to visit. .NET Framework cannot be told so;
    /// there Windows, which fetches an issuer that is missing, does not wait for it.
    /// </summary>
    public static X509Chain CreateChain()
    {
        var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
#if NET
        chain.ChainPolicy.DisableCertificateDownloads = true;
#else
        chain.ChainPolicy.UrlRetrievalTimeout = TimeSpan.FromMilliseconds(1);
#endif
        return chain;
    }

    /// <summary>The certificate picture of <paramref name="leaf"/> as it was presented with <paramref name="sent"/>.</summary>
    public CertificateObservation Inspect(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        var intermediates = sent.Cast<X509Certificate2>().Where(other => !Same(other, leaf)).ToList();
        var (status, detail) = Assess(leaf, intermediates);
        return new CertificateObservation
        {
            Certificate = CertificateReader.Read(leaf),
            Intermediates = [.. intermediates.Select(CertificateReader.Read)],
            ChainStatus = status,
            ChainDetail = detail,
        };
    }

    private (ChainStatus Status, string? Detail) Assess(X509Certificate2 leaf, List<X509Certificate2> intermediates)
    {
        using var chain = CreateChain();
        Prepare(chain.ChainPolicy, intermediates);
        try
        {
            chain.Build(leaf);
        }
        catch (CryptographicException exception)
        {
            return (ChainStatus.Invalid, DisplayText.Sanitize(exception.Message));
        }

        var elements = chain.ChainElements.Cast<X509ChainElement>().ToList();
        try
        {
            return Assess(elements, leaf, intermediates);
        }
        finally
        {
            // Mono's chain holds the very instances that it was given, and those are the callers'.
            X509Certificate2[] given = [leaf, .. intermediates, .. options.TrustedRoots];
            foreach (var element in elements.Where(element => !given.Any(certificate => ReferenceEquals(certificate, element.Certificate))))
                element.Certificate.Dispose();
        }
    }

    private (ChainStatus Status, string? Detail) Assess(List<X509ChainElement> elements, X509Certificate2 leaf, List<X509Certificate2> intermediates)
    {
        var last = elements.Count > 0 ? elements[elements.Count - 1].Certificate : leaf;
        var ends = CertificateReader.IsSelfIssued(last);
        if (Fault(elements) is { } fault)
            return (ChainStatus.Invalid, fault);
        if (IsTrusted(elements))
            return (ChainStatus.Trusted, null);
        if (ends && elements.Count <= 1)
            return (ChainStatus.SelfSigned, null);
        if (ends)
            return (ChainStatus.UntrustedRoot, $"the root '{DisplayText.Sanitize(last.Subject)}' is not trusted");

        // Where the server's own intermediates lead to an issuer nobody knows, what is missing is a root; where it sent none, an intermediate.
        var issuer = DisplayText.Sanitize(last.Issuer);
        return intermediates.Exists(sent => Same(sent, last))
            ? (ChainStatus.UntrustedRoot, $"its root '{issuer}' is not trusted")
            : (ChainStatus.Incomplete, $"its issuer '{issuer}' was not sent and is not known here");
    }

    private void Prepare(X509ChainPolicy policy, List<X509Certificate2> intermediates)
    {
        policy.VerificationTime = options.TimeProvider.GetUtcNow().LocalDateTime;
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        policy.ExtraStore.AddRange(intermediates.ToArray());
        if (options.CheckRevocation)
        {
            policy.RevocationMode = X509RevocationMode.Online;
            policy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
            policy.UrlRetrievalTimeout = RevocationTimeout;
        }

        if (options.TrustedRoots.Count == 0)
            return;
#if NET
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(options.TrustedRoots.ToArray());
#else
        policy.ExtraStore.AddRange(options.TrustedRoots.ToArray());
#endif
    }

    private bool IsTrusted(List<X509ChainElement> elements)
    {
        if (elements.Count == 0)
            return false;

        // Given roots are the only ones: the chain must end in one of them, whatever the machine thinks of it.
        if (options.TrustedRoots.Count > 0)
            return options.TrustedRoots.Any(root => Same(root, elements[elements.Count - 1].Certificate));
        return elements.TrueForAll(element => Array.TrueForAll(
            element.ChainElementStatus, status => status.Status is not (X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain)));
    }

    /// <summary>What is wrong with the chain beside trust, and beside the dates of the certificate itself.</summary>
    private static string? Fault(List<X509ChainElement> elements)
    {
        for (var i = 0; i < elements.Count; i++)
            foreach (var status in elements[i].ChainElementStatus)
                if (Describe(status.Status, isLeaf: i == 0) is { } problem)
                    return $"'{DisplayText.Sanitize(elements[i].Certificate.Subject)}' {problem}";
        return null;
    }

    private static string? Describe(X509ChainStatusFlags flag, bool isLeaf) => flag switch
    {
        X509ChainStatusFlags.NotSignatureValid => "has a signature that does not hold",
        X509ChainStatusFlags.Revoked => "is revoked",
        X509ChainStatusFlags.NotValidForUsage => "is not for the authentication of servers",
        X509ChainStatusFlags.NotTimeValid when !isLeaf => "is out of date",
        X509ChainStatusFlags.InvalidBasicConstraints => "may not issue certificates",
        X509ChainStatusFlags.InvalidNameConstraints or X509ChainStatusFlags.HasNotPermittedNameConstraint
            or X509ChainStatusFlags.HasExcludedNameConstraint or X509ChainStatusFlags.HasNotSupportedNameConstraint
            or X509ChainStatusFlags.HasNotDefinedNameConstraint => "breaks the name constraints of its issuers",
        X509ChainStatusFlags.HasWeakSignature => "has a signature of a broken algorithm",
        X509ChainStatusFlags.HasNotSupportedCriticalExtension => "has a critical extension that nobody knows",
        X509ChainStatusFlags.InvalidExtension or X509ChainStatusFlags.Cyclic or X509ChainStatusFlags.InvalidPolicyConstraints
            or X509ChainStatusFlags.NoIssuanceChainPolicy or X509ChainStatusFlags.ExplicitDistrust => $"does not hold ({flag})",
        _ => null,
    };

    private static bool Same(X509Certificate2 one, X509Certificate2 other) => one.RawData.AsSpan().SequenceEqual(other.RawData);
}
