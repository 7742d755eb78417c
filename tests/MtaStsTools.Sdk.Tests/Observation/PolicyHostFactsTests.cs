using System.Text;
using Xunit;
using static MtaStsTools.PolicyFetchOutcome;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What is seen of policy hosts that are not as they should be (RFC 8461 §3.3).</summary>
public sealed class PolicyHostFactsTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    public static TheoryData<string, PolicyFetchOutcome, string?> Attempts => new()
    {
        { "dead-port", ConnectFailed, "the connection was refused" },
        { "policy-timeout", ConnectTimeout, "no connection within 3 s" },
        { "policy-silent", TlsFailed, "the handshake was not finished within 3 s" },
        { "tls11-only", TlsTooOld, "the server speaks no TLS 1.2 or newer" },
        { "tls-version-alert", TlsTooOld, "the server speaks no TLS 1.2 or newer" },
        { "handshake-garbage", TlsFailed, "the server's answer is no TLS" },
        { "handshake-hangup", TlsFailed, "the server closed the connection" },
        { "handshake-silent", TlsFailed, "the handshake was not finished within 3 s" },
        { "plain-http", TlsFailed, "the server's answer is no TLS" },
        { "wrong-name", CertificateRejected, "the certificate is not for mta-sts.wrong-name.test" },
        { "cn-only", CertificateRejected, "the certificate is not for mta-sts.cn-only.test" },
        { "wildcard-too-deep", CertificateRejected, "the certificate is not for mta-sts.wildcard-too-deep.test" },
        { "hosted-wrong-name", CertificateRejected, "the certificate is not for mta-sts.hosted-wrong-name.test" },
        { "self-signed", CertificateRejected, "the certificate is self-signed" },
        { "wildcard-cert", Answered, null },
        { "hosted-policy", Answered, null },
        { "expiring-soon", Answered, null },
        { "not-found", Answered, null },
        { "server-error", Answered, null },
        { "html-type", Answered, null },
        { "missing-type", Answered, null },
        { "lying-content-length", HttpFailed, "the body breaks off after 84 octets, and more were announced" },
        { "gzip-bomb", HttpFailed, "the body has the content coding 'gzip', which was not asked for" },
        { "slow-drip", HttpTimeout, "the answer was not complete within 3 s" },
        { "slow-headers", HttpTimeout, "the answer was not complete within 3 s" },
        { "http-silent", HttpTimeout, "the answer was not complete within 3 s" },
        { "endless-headers", HttpFailed, "the header is longer than 32768 octets" },
        { "http-garbage", HttpFailed, @"'\u0001\u0002 I speak no HTTP \u001B[31m' is no HTTP status line" },
    };

    public static TheoryData<string, ChainStatus, string?> Chains => new()
    {
        { "expired", ChainStatus.Trusted, null },
        { "not-yet-valid", ChainStatus.Trusted, null },
        { "wrong-name", ChainStatus.Trusted, null },
        { "self-signed", ChainStatus.SelfSigned, null },
        { "untrusted-root", ChainStatus.UntrustedRoot, "its root 'CN=MtaStsTools Lab Untrusted Root' is not trusted" },
        { "missing-intermediate", ChainStatus.Incomplete, "its issuer 'CN=MtaStsTools Lab Intermediate' was not sent and is not known here" },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task Each_way_to_fail_is_told_apart(string scenario, PolicyFetchOutcome outcome, string? detail)
    {
        var fetch = Assert.Single((await ObserveAsync(scenario)).PolicyHost.Fetches);

        Assert.Equal((outcome, detail), (fetch.Outcome, fetch.Detail));
        Assert.InRange(fetch.Duration, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(9));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_chain_is_assessed_apart_from_dates_and_names(string scenario, ChainStatus status, string? detail)
    {
        var fetch = Assert.Single((await ObserveAsync(scenario)).PolicyHost.Fetches);

        Assert.Equal(CertificateRejected, fetch.Outcome);
        Assert.Equal((status, detail), (fetch.Certificate!.ChainStatus, fetch.Certificate.ChainDetail));
        Assert.Equal("TLS 1.3", fetch.TlsVersion);
        Assert.Equal(status == ChainStatus.SelfSigned, fetch.Certificate.Certificate.IsSelfSigned);
        Assert.DoesNotContain(fixture.Lab.Events.OfType<MtaStsTools.Lab.LabHttpRequest>(), e => e.Host.Contains($"{scenario}.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_is_dated_by_the_given_clock()
    {
        var later = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(61));
        var seen = await ObserveAsync("none-good", o => o with { TimeProvider = later });

        Assert.Equal(CertificateRejected, Assert.Single(seen.PolicyHost.Fetches).Outcome);
        Assert.Equal(ChainStatus.Trusted, seen.PolicyHost.Fetches[0].Certificate!.ChainStatus);
    }

    [Fact]
    public async Task Without_the_given_root_nothing_is_trusted()
    {
        var seen = await ObserveAsync("crossed-lines", o => o with { TrustedRoots = [] });

        var fetch = Assert.Single(seen.PolicyHost.Fetches);
        Assert.Equal((CertificateRejected, ChainStatus.UntrustedRoot), (fetch.Outcome, fetch.Certificate!.ChainStatus));
    }

    [Fact]
    public async Task A_redirect_is_a_fact_and_not_followed()
    {
        var fetch = Assert.Single((await ObserveAsync("redirect")).PolicyHost.Fetches);

        Assert.Equal((301, "https://www.redirect.test/.well-known/mta-sts.txt"), (fetch.StatusCode, fetch.RedirectTarget));
        Assert.Null(fetch.Body);
    }

    [Theory]
    [InlineData("not-found", 404, "text/plain")]
    [InlineData("server-error", 500, "text/plain")]
    [InlineData("html-type", 200, "text/html; charset=utf-8")]
    [InlineData("type-parameters", 200, "text/plain; charset=us-ascii")]
    [InlineData("missing-type", 200, null)]
    public async Task Status_and_media_type_are_kept_as_they_stand(string scenario, int status, string? type)
    {
        var fetch = Assert.Single((await ObserveAsync(scenario)).PolicyHost.Fetches);

        Assert.Equal((status, type, status == 200), (fetch.StatusCode, fetch.ContentType, fetch.Body is not null));
    }

    [Theory]
    [InlineData("body-64k", false)]
    [InlineData("body-65k", true)]
    [InlineData("endless-body", true)]
    public async Task The_body_is_cut_off_at_64_KiB(string scenario, bool tooLarge)
    {
        var fetch = Assert.Single((await ObserveAsync(scenario)).PolicyHost.Fetches);

        Assert.Equal((Answered, tooLarge), (fetch.Outcome, fetch.BodyTooLarge));
        Assert.Equal(65_536, Convert.FromBase64String(fetch.Body!).Length);
    }

    [Fact]
    public async Task The_first_address_that_can_be_connected_to_is_the_last_tried()
    {
        var seen = await ObserveAsync("one-dead-address");
        var all = await ObserveAsync("one-dead-address", o => o with { AllAddresses = true });

        Assert.Equal(Answered, seen.PolicyHost.Fetches[^1].Outcome);
        Assert.All(seen.PolicyHost.Fetches.SkipLast(1), fetch => Assert.Equal(ConnectFailed, fetch.Outcome));
        Assert.Equal([Answered, ConnectFailed], all.PolicyHost.Fetches.Select(fetch => fetch.Outcome).Order());
    }

    [Fact]
    public async Task All_addresses_are_fetched_from_where_asked()
    {
        var seen = await ObserveAsync("drifting-addresses", o => o with { AllAddresses = true });

        Assert.Equal(seen.PolicyHost.Addresses.Addresses.Select(a => a.Address), seen.PolicyHost.Fetches.Select(f => f.Address), StringComparer.Ordinal);
        Assert.All(seen.PolicyHost.Fetches, fetch => Assert.Equal(Answered, fetch.Outcome));
        Assert.Equal(2, seen.PolicyHost.Fetches.Select(f => f.Body).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_address_that_is_not_global_is_not_contacted_unless_allowed()
    {
        var seen = await ObserveAsync("foreign-txt-beside", o => o with { AllowPrivateAddresses = false });

        Assert.False(seen.PrivateAddressesAllowed);
        Assert.Equal(AddressNotAllowed, Assert.Single(seen.PolicyHost.Fetches).Outcome);
        Assert.Equal(SmtpOutcome.AddressNotAllowed, Assert.Single(Assert.Single(seen.MailExchangers).Sessions).Outcome);
        Assert.DoesNotContain(
            fixture.Lab.Events.OfType<MtaStsTools.Lab.LabConnection>(), e => e.Host.EndsWith("foreign-txt-beside.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dangling_alias_is_seen_with_its_target()
    {
        var host = (await ObserveAsync("dangling-cname")).PolicyHost;

        Assert.Empty(host.Fetches);
        Assert.Equal((DnsOutcome.NameDoesNotExist, "gone.dangling-cname.test"), (host.Addresses.IPv4.Outcome, Assert.Single(host.Addresses.IPv4.Aliases)));
    }

    [Theory]
    [InlineData("no-address", DnsOutcome.NoData)]
    [InlineData("policy-servfail", DnsOutcome.ServerFailure)]
    [InlineData("record-only", DnsOutcome.NameDoesNotExist)]
    public async Task No_address_and_no_answer_are_told_apart(string scenario, DnsOutcome outcome)
    {
        var host = (await ObserveAsync(scenario)).PolicyHost;

        Assert.Empty(host.Fetches);
        Assert.Equal((outcome, outcome), (host.Addresses.IPv4.Outcome, host.Addresses.IPv6.Outcome));
    }

    [Fact]
    public async Task The_body_is_kept_octet_for_octet()
    {
        var fetch = Assert.Single((await ObserveAsync("crossed-lines")).PolicyHost.Fetches);

        Assert.Equal(fixture.Lab.Scenario("crossed-lines").PolicyHosts[0].Body, Encoding.UTF8.GetString(Convert.FromBase64String(fetch.Body!)));
    }

    private Task<DomainObservation> ObserveAsync(string scenario, Func<ObservationOptions, ObservationOptions>? change = null) =>
        fixture.ObserveAsync(scenario, o => change is null ? o with { SkipSmtp = true } : change(o));
}
