using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.Net.Tls;

/// <summary>The client's side of a handshake, which keeps the certificate picture whatever comes of it.</summary>
internal sealed class TlsClient(TlsClientOptions options)
{
    private const SslProtocols Tls13 = (SslProtocols)12288;
    private readonly ChainInspector _inspector = new(options);

    /// <summary>Shakes hands over <paramref name="transport"/>, which is disposed of unless that succeeds.</summary>
    /// <param name="transport">The connection.</param>
    /// <param name="host">The server's name, for SNI.</param>
    /// <param name="assess">Says why the certificate does not fit, or null where the handshake may go on.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<TlsResult> HandshakeAsync(
        Stream transport, string host, Func<CertificateObservation, string?> assess, CancellationToken cancellationToken)
    {
        var recorder = new WatchedTransport(transport);
        CertificateObservation? seen = null;
        string? rejection = null;
        var stream = new SslStream(recorder, leaveInnerStreamOpen: false, Validate);
        var established = false;
        using var limit = new TimeLimit(options.HandshakeTimeout, cancellationToken, transport);
        try
        {
            await AuthenticateAsync(stream, host, limit.Token).ConfigureAwait(false);
            var version = Name(stream.SslProtocol);
            established = version is not null && rejection is null && !limit.IsOver;
            return established
                ? new TlsResult(TlsOutcome.Established, stream, Detail: null, version, SuiteName(ServerFlight.Parse(recorder.Start)), seen) { Transport = recorder }
                : Explain(new AuthenticationException());
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            return Explain(exception);
        }
        finally
        {
            if (!established)
                stream.Dispose();
        }

        bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (certificate is null)
                return false;
            using var leaf = new X509Certificate2(certificate);
            seen = _inspector.Inspect(leaf, chain?.ChainPolicy.ExtraStore ?? []);
            rejection = assess(seen);
            return rejection is null;
        }

        TlsResult Explain(Exception exception)
        {
            var late = limit.IsOver;
            var flight = ServerFlight.Parse(recorder.Start);
            if (flight.IsTooOld)
                return new TlsResult(TlsOutcome.TooOld, Stream: null, "the server speaks no TLS 1.2 or newer", flight.VersionName, SuiteName(flight), seen);
            if (rejection is not null)
                return new TlsResult(TlsOutcome.CertificateRejected, Stream: null, rejection, flight.VersionName, SuiteName(flight), seen);
            var detail = late ? $"the handshake was not finished within {limit.Text}"
                : exception.InnerException is Win32Exception or CryptographicException && flight is { IsTls: true, Alert: null }
                    ? $"the handshake failed: {DisplayText.Sanitize(exception.InnerException.Message)}"
                    : flight.Explain(recorder.Start.Length > 0);
            return new TlsResult(TlsOutcome.Failed, Stream: null, detail, flight.VersionName, SuiteName(flight), seen);
        }
    }

    [SuppressMessage("Security", "CA5398", Justification = "RFC 8461 names the least version; newer ones are added as they come.")]
    private static async Task AuthenticateAsync(SslStream stream, string host, CancellationToken cancellationToken)
    {
#if NET
        var settings = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | Tls13,
            CipherSuitesPolicy = CipherSuites.Policy,
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        };
        await stream.AuthenticateAsClientAsync(settings, cancellationToken).ConfigureAwait(false);
#else
        // The system's choice, since an older Windows refuses to hear of TLS 1.3; what it agreed on is checked afterwards.
        try
        {
            await AuthenticateAsync(stream, host, SslProtocols.None, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // A host that was made for an old .NET Framework, as Windows PowerShell is, may have the system's choice switched off.
            await AuthenticateAsync(stream, host, SslProtocols.Tls12, cancellationToken).ConfigureAwait(false);
        }
#endif
    }

#if !NET
    /// <summary>
    /// Waits no longer than the token says: before it asks us, .NET Framework lets Windows build a chain, which may fetch an issuer that the
    /// server did not send from the address in its certificate, and take as long as Windows likes.
    /// </summary>
    private static async Task AuthenticateAsync(SslStream stream, string host, SslProtocols protocols, CancellationToken cancellationToken)
    {
        var handshake = stream.AuthenticateAsClientAsync(host, [], protocols, checkCertificateRevocation: false);
        await handshake.WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
    }
#endif

    /// <summary>The name of a version that will do, or null.</summary>
    private static string? Name(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "TLS 1.2",
        Tls13 => "TLS 1.3",
        _ => null,
    };

    private static string? SuiteName(ServerFlight flight) => flight.CipherSuite is { } suite ? CipherSuites.NameOf(suite) : null;

    private static bool IsFailure(Exception exception) => exception is AuthenticationException or IOException or Win32Exception
        or InvalidOperationException or OperationCanceledException or CryptographicException or NotSupportedException
        or ArgumentException;
}
