using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using MtaStsTools.Lab;
using Xunit;
using IndependentDnsClient = ARSoft.Tools.Net.Dns.DnsClient;

namespace MtaStsTools.Sdk.Tests.Lab;

// Inside the namespace, for ours of the same name comes first outside it.
using DomainName = ARSoft.Tools.Net.DomainName;

/// <summary>The lab's servers against clients that are none of ours: a DNS library, HttpClient, and SslStream.</summary>
public sealed class LabAnswersTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private readonly MtaStsLab _lab = fixture.Lab;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dns_answers_over_udp_and_tcp(bool tcp)
    {
        var answer = await AskAsync("_mta-sts.good.test", RecordType.Txt, tcp);
        var record = Assert.IsType<TxtRecord>(Assert.Single(answer.AnswerRecords));
        Assert.Equal("v=STSv1; id=20260101T000000;", record.TextData);
    }

    [Theory]
    [InlineData("_mta-sts.servfail.test", ReturnCode.ServerFailure)]
    [InlineData("_mta-sts.refused.test", ReturnCode.Refused)]
    [InlineData("_mta-sts.no-record.test", ReturnCode.NxDomain)]
    [InlineData("_mta-sts.no-data.test", ReturnCode.NoError)]
    [InlineData("mta-sts.dangling-cname.test", ReturnCode.NxDomain)]
    [InlineData("nowhere.test", ReturnCode.NxDomain)]
    public async Task Dns_says_why_there_is_no_answer(string name, ReturnCode expected)
    {
        var answer = await AskAsync(name, RecordType.Txt, tcp: false);
        Assert.Equal(expected, answer.ReturnCode);
        Assert.DoesNotContain(answer.AnswerRecords, r => r is TxtRecord);
    }

    [Fact]
    public async Task Truncated_answers_are_whole_over_tcp()
    {
        // The client asks over TCP of its own accord when TC is set.
        var whole = await AskAsync("_mta-sts.many-txt.test", RecordType.Txt, tcp: false);
        Assert.Equal(401, whole.AnswerRecords.Count);
        Assert.Equal(
            [false, true],
            _lab.Events.OfType<LabDnsQuery>().Where(q => q.Name == "_mta-sts.many-txt.test").Select(q => q.Tcp));
    }

    [Fact]
    public async Task Cname_chains_are_followed_across_zones()
    {
        var answer = await AskAsync("_mta-sts.cname-delegated.test", RecordType.Txt, tcp: false);
        Assert.Equal([RecordType.CName, RecordType.CName, RecordType.Txt], answer.AnswerRecords.Select(r => r.RecordType));
    }

    [Theory]
    [InlineData("dane-match", true)]
    [InlineData("dane-unsigned", false)]
    public async Task Only_signed_zones_give_authentic_data(string scenario, bool authentic)
    {
        var answer = await AskAsync($"_25._tcp.mx1.{scenario}.test", RecordType.Tlsa, tcp: false, dnssec: true);
        Assert.Single(answer.AnswerRecords);
        Assert.Equal(authentic, answer.IsAuthenticData);
    }

    [Fact]
    public async Task A_silent_name_is_never_answered()
    {
        using var client = new IndependentDnsClient(
            [_lab.DnsEndPoint.Address], [new UdpClientTransport(_lab.DnsEndPoint.Port)], disposeTransport: true, queryTimeout: 300);
        Assert.Null(await client.ResolveAsync(DomainName.Parse("_mta-sts.timeout.test"), RecordType.Txt, token: Stop));
    }

    [Fact]
    public async Task Policy_host_serves_the_policy_under_the_labs_root()
    {
        using var http = HttpClient();
        var response = await http.GetAsync(new Uri("https://mta-sts.good.test/.well-known/mta-sts.txt"), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("mx: mx2.good.test\r\n", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid)]
    [InlineData("not-yet-valid", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid)]
    [InlineData("untrusted-root", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain)]
    [InlineData("missing-intermediate", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain)]
    [InlineData("self-signed", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.UntrustedRoot)]
    [InlineData("wrong-name", SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError)]
    [InlineData("wildcard-too-deep", SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError)]
    [InlineData("wildcard-cert", SslPolicyErrors.None, X509ChainStatusFlags.NoError)]
    public async Task Certificates_fail_for_the_reason_of_their_scenario(string scenario, SslPolicyErrors errors, X509ChainStatusFlags status)
    {
        var seen = SslPolicyErrors.None;
        var flags = X509ChainStatusFlags.NoError;
        var options = TlsOptions($"mta-sts.{scenario}.test");
        options.RemoteCertificateValidationCallback = (_, _, chain, found) =>
        {
            seen = found;
            flags = chain!.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
            return true;
        };
        using var socket = await ConnectAsync($"mta-sts.{scenario}.test", _lab.HttpsPort);
        await using var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsClientAsync(options, Stop);
        Assert.Equal(errors, seen);
        Assert.Equal(status, flags & status);
    }

    [Fact]
    public async Task Served_policy_and_records_change_at_run_time()
    {
        _lab.Add(new LabScenario("changing", "changing.test", "Changes under test.") { PolicyHosts = [new LabPolicyHost()] });
        using var http = HttpClient();
        var url = new Uri("https://mta-sts.changing.test/.well-known/mta-sts.txt");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(url, Stop)).StatusCode);
        _lab.SetPolicy("changing.test", "version: STSv1\n");
        Assert.Equal("version: STSv1\n", await http.GetStringAsync(url, Stop));
        _lab.SetTxt("changing.test", "_mta-sts", "v=STSv1; id=1;");
        Assert.Single((await AskAsync("_mta-sts.changing.test", RecordType.Txt, tcp: false)).AnswerRecords);
    }

    [Fact]
    public async Task Many_domains_share_their_hosts()
    {
        var domains = _lab.AddMany(20, mailExchangers: 2);
        using var http = HttpClient();
        foreach (var domain in domains)
        {
            var policy = await http.GetStringAsync(new Uri($"https://mta-sts.{domain}/.well-known/mta-sts.txt"), Stop);
            Assert.Contains("bulk-provider-", policy, StringComparison.Ordinal);
        }

        Assert.Single(await Task.WhenAll(domains.Select(d => AddressAsync($"mta-sts.{d}"))).ContinueWith(t => t.Result.Distinct(), Stop));
    }

    [Fact]
    public async Task Mail_exchanger_upgrades_to_tls_and_is_remembered()
    {
        using var socket = await ConnectAsync("mx1.good.test", _lab.SmtpPort);
        var clear = new NetworkStream(socket);
        await ExpectAsync(clear, "220 mx1.good.test");
        await SendAsync(clear, "EHLO client.test\r\n");
        await ExpectAsync(clear, "250 STARTTLS");
        await SendAsync(clear, "STARTTLS\r\n");
        await ExpectAsync(clear, "220 2.0.0");
        await using var tls = new SslStream(clear);
        await tls.AuthenticateAsClientAsync(TlsOptions("mx1.good.test"), Stop);
        await SendAsync(tls, "EHLO client.test\r\n");
        Assert.DoesNotContain("STARTTLS", await ExpectAsync(tls, "250 8BITMIME"), StringComparison.Ordinal);
        Assert.Contains(new LabSmtpHandshake("mx1.good.test", await AddressAsync("mx1.good.test"), "mx1.good.test"), _lab.Events);
    }

    [Fact]
    public async Task A_black_hole_neither_accepts_nor_refuses()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMilliseconds(500));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var address = await AddressAsync("mx1.mx-timeout.test");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => socket.ConnectAsync(address, _lab.SmtpPort, limit.Token).AsTask());
    }

    private static async Task SendAsync(Stream stream, string text) =>
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), Stop);

    private static async Task<string> ExpectAsync(Stream stream, string text)
    {
        var buffer = new byte[2000];
        var length = await stream.ReadAsync(buffer, Stop);
        var reply = System.Text.Encoding.ASCII.GetString(buffer, 0, length);
        Assert.Contains(text, reply, StringComparison.Ordinal);
        return reply;
    }

    private IndependentDnsClient Client(bool tcp) => new(
        [_lab.DnsEndPoint.Address],
        [.. tcp ? Array.Empty<IClientTransport>() : [new UdpClientTransport(_lab.DnsEndPoint.Port)], new TcpClientTransport(_lab.DnsEndPoint.Port)],
        disposeTransport: true,
        queryTimeout: 5000);

    private async Task<DnsMessage> AskAsync(string name, RecordType type, bool tcp, bool dnssec = false)
    {
        using var client = Client(tcp);
        var options = new DnsQueryOptions { IsEDnsEnabled = true, IsDnsSecOk = dnssec, IsRecursionDesired = true };
        var answer = await client.ResolveAsync(DomainName.Parse(name), type, RecordClass.INet, options, Stop);
        return Assert.IsType<DnsMessage>(answer);
    }

    private async Task<IPAddress> AddressAsync(string host) =>
        Assert.IsType<ARecord>((await AskAsync(host, RecordType.A, tcp: false)).AnswerRecords[^1]).Address;

    private async Task<Socket> ConnectAsync(string host, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(await AddressAsync(host), port, Stop);
        return socket;
    }

    private SslClientAuthenticationOptions TlsOptions(string host)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_lab.RootCertificate);
        return new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = policy };
    }

    private HttpClient HttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        ConnectCallback = async (context, _) => new NetworkStream(
            await ConnectAsync(context.DnsEndPoint.Host, _lab.HttpsPort), ownsSocket: true),
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TlsOptions("").CertificateChainPolicy },
    });
}
