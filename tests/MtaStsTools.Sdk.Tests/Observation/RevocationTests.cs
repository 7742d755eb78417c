using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Net.Tls;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>Whether a certificate has been revoked is asked where the options say so, and nowhere else.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private const string Host = "mta-sts.example.com";
    private readonly RevokingAuthority _authority = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _authority.DisposeAsync();

    [Fact]
    public void A_revoked_certificate_does_not_hold()
    {
        using var leaf = _authority.Issue(Host);
        _authority.Revoke(leaf);

        var seen = Inspect(leaf, checkRevocation: true);

        Assert.Equal((ChainStatus.Invalid, $"'CN={Host}' is revoked"), (seen.ChainStatus, seen.ChainDetail));
    }

    [Fact]
    public void A_certificate_that_is_not_on_the_list_is_trusted()
    {
        using var leaf = _authority.Issue(Host);
        using var other = _authority.Issue("other.example.com");
        _authority.Revoke(other);

        Assert.Equal(ChainStatus.Trusted, Inspect(leaf, checkRevocation: true).ChainStatus);
        Assert.Equal(1, _authority.Requests);
    }

    [Fact]
    public void A_list_that_cannot_be_had_is_no_fault()
    {
        using var leaf = _authority.Issue(Host);
        _authority.HasList = false;

        Assert.Equal(ChainStatus.Trusted, Inspect(leaf, checkRevocation: true).ChainStatus);
        Assert.True(_authority.Requests > 0);
    }

    [Fact]
    public void Unasked_no_address_in_a_certificate_is_visited()
    {
        using var leaf = _authority.Issue(Host);
        _authority.Revoke(leaf);

        Assert.Equal(ChainStatus.Trusted, Inspect(leaf, checkRevocation: false).ChainStatus);
        Assert.Equal(0, _authority.Requests);
    }

    [Fact]
    public async Task An_issuer_that_was_not_sent_is_not_fetched_from_the_address_in_the_certificate()
    {
        await using var stranger = new RevokingAuthority();
        using var leaf = _authority.Issue(Host);
        var options = new ObservationOptions { TrustedRoots = [stranger.Root] }.ForTls();
        await using var server = new OneAtATimeServer(async (stream, stop) =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(leaf, [], offline: true) }, stop);
        });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);

        var result = await new TlsClient(options).HandshakeAsync(client.GetStream(), Host, static _ => null, TestContext.Current.CancellationToken);
        result.Stream?.Dispose();

        Assert.Equal(ChainStatus.Incomplete, result.Certificate!.ChainStatus);
        Assert.Equal(0, _authority.Requests);
    }

    private CertificateObservation Inspect(X509Certificate2 leaf, bool checkRevocation) =>
        new ChainInspector(new ObservationOptions { TrustedRoots = [_authority.Root], CheckRevocation = checkRevocation }.ForTls()).Inspect(leaf, []);
}
