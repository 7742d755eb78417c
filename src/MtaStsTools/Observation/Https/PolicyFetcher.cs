using System.Net;
using System.Text;
using MtaStsTools.Net;
using MtaStsTools.Net.Tls;

namespace MtaStsTools.Observation.Https;

/// <summary>
/// Fetches the policy from one address of a policy host (RFC 8461 §3.3). Over sockets and not HttpClient, because the address must be
/// ours to choose, the certificate ours to see, and nothing may be followed, cached, unpacked or sent by proxy.
/// </summary>
internal sealed class PolicyFetcher(ObservationOptions options, IConnector connector)
{
    private const int MaxFieldValue = 2048;
    private readonly TlsClient _tls = new(options.ForTls());
    private readonly TimeProvider _clock = options.TimeProvider;

    public async Task<PolicyFetch> FetchAsync(string host, IPAddress address, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var fetch = new PolicyFetch { Address = address.ToString(), Outcome = PolicyFetchOutcome.ConnectFailed };
        fetch = await FetchAsync(fetch, host, new IPEndPoint(address, options.HttpsPort), cancellationToken).ConfigureAwait(false);
        return fetch with { Duration = _clock.GetElapsedTime(started) };
    }

    private async Task<PolicyFetch> FetchAsync(PolicyFetch fetch, string host, IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var connection = await Connection.OpenAsync(connector, endPoint, options.ConnectTimeout, cancellationToken).ConfigureAwait(false);
        if (connection.Stream is not { } transport)
        {
            return fetch with
            {
                Outcome = connection.TimedOut ? PolicyFetchOutcome.ConnectTimeout : PolicyFetchOutcome.ConnectFailed,
                Detail = connection.Detail,
            };
        }

        using (transport)
        {
            var tls = await _tls.HandshakeAsync(transport, host, seen => Reject(seen, host), cancellationToken).ConfigureAwait(false);
            fetch = fetch with { TlsVersion = tls.Version, CipherSuite = tls.CipherSuite, Certificate = tls.Certificate, Detail = tls.Detail };
            if (tls.Stream is null)
                return fetch with { Outcome = ToOutcome(tls.Outcome) };
            using (tls.Stream)
                return await AskAsync(fetch, host, tls.Stream, () => tls.IsCutShort, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PolicyFetch> AskAsync(PolicyFetch fetch, string host, Stream stream, Func<bool> isCutShort, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(options.HttpTimeout, cancellationToken, stream);
        try
        {
            var request = Encoding.ASCII.GetBytes(
                $"GET {WellKnownNames.PolicyPath} HTTP/1.1\r\nHost: {host}{(options.HttpsPort == 443 ? "" : FormattableString.Invariant($":{options.HttpsPort}"))}\r\n"
                + "Accept: text/plain, */*;q=0.1\r\nAccept-Encoding: identity\r\nUser-Agent: MtaStsTools\r\nConnection: close\r\n\r\n");
            await stream.WriteAsync(request, 0, request.Length, limit.Token).ConfigureAwait(false);
            var reader = new HttpAnswerReader(stream, isCutShort);
            var head = await reader.ReadHeadAsync(limit.Token).ConfigureAwait(false);
            fetch = fetch with
            {
                StatusCode = head.Status,
                ContentType = Cut(head["Content-Type"]),
                RedirectTarget = Cut(head["Location"]),
            };

            // Only the body of a 200 is a policy.
            if (head.Status != 200)
                return fetch with { Outcome = PolicyFetchOutcome.Answered };
            if (head["Content-Encoding"] is { } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
                throw new HttpAnswerException($"the body has the content coding '{DisplayText.Sanitize(coding, 60)}', which was not asked for");

            var body = await reader.ReadBodyAsync(head, limit.Token).ConfigureAwait(false);
            return fetch with
            {
                Outcome = PolicyFetchOutcome.Answered,
                Body = Convert.ToBase64String(body, 0, Math.Min(body.Length, HttpAnswerReader.MaxBody)),
                BodyTooLarge = body.Length > HttpAnswerReader.MaxBody,
            };
        }
        catch (HttpAnswerException exception) when (!limit.IsOver)
        {
            return fetch with { Outcome = PolicyFetchOutcome.HttpFailed, Detail = exception.Message };
        }
        catch (Exception exception) when (Connection.IsFailure(exception) || exception is HttpAnswerException)
        {
            return limit.IsOver
                ? fetch with { Outcome = PolicyFetchOutcome.HttpTimeout, Detail = $"the answer was not complete within {limit.Text}" }
                : fetch with { Outcome = PolicyFetchOutcome.HttpFailed, Detail = SocketErrors.Describe(exception) };
        }
    }

    private string? Reject(CertificateObservation seen, string host)
    {
        var certificate = seen.Certificate;
        var now = _clock.GetUtcNow();
        return seen.ChainStatus switch
        {
            ChainStatus.SelfSigned => "the certificate is self-signed",
            not ChainStatus.Trusted => $"the certificate is not trusted: {seen.ChainDetail}",
            _ when now > certificate.NotAfter => FormattableString.Invariant($"the certificate expired on {certificate.NotAfter.UtcDateTime:yyyy-MM-dd}"),
            _ when now < certificate.NotBefore =>
                FormattableString.Invariant($"the certificate is valid only from {certificate.NotBefore.UtcDateTime:yyyy-MM-dd} on"),
            _ when !CertificateNames.Match(host, certificate.DnsNames) => $"the certificate is not for {host}",
            _ => null,
        };
    }

    private static PolicyFetchOutcome ToOutcome(TlsOutcome outcome) => outcome switch
    {
        TlsOutcome.CertificateRejected => PolicyFetchOutcome.CertificateRejected,
        TlsOutcome.TooOld => PolicyFetchOutcome.TlsTooOld,
        _ => PolicyFetchOutcome.TlsFailed,
    };

    private static string? Cut(string? value) => value?.Length > MaxFieldValue ? value.Substring(0, MaxFieldValue) : value;
}
