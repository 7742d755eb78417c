using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>What a failure is told as: in its own words where it was seen with some, else in ours.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(DnsOutcome.ServerFailure, "SERVFAIL", "SERVFAIL")]
    [InlineData(DnsOutcome.Refused, "REFUSED", "REFUSED")]
    [InlineData(DnsOutcome.AliasLoop, "its CNAME records lead in a circle", "its CNAME records lead in a circle")]
    [InlineData(DnsOutcome.Timeout, "the reason", "no answer in time")]
    [InlineData(DnsOutcome.NotAsked, "the reason", "the question was not asked")]
    [InlineData(DnsOutcome.Failed, "the reason", "the lookup failed")]
    public void A_failed_lookup_is_told_with_its_reason_and_the_server_that_gave_it(DnsOutcome outcome, string withReason, string without)
    {
        var lookup = Lookup(Mx, "A", outcome);

        Assert.Equal($"The addresses of the MX {Mx} could not be looked up: {withReason} (server 192.0.2.53:53).", Told(lookup with { Detail = "the reason" }));
        Assert.Equal($"The addresses of the MX {Mx} could not be looked up: {without} (server 192.0.2.53:53).", Told(lookup));
        Assert.Equal($"The addresses of the MX {Mx} could not be looked up: {without}.", Told(lookup with { Server = null }));
        Assert.Equal($"The addresses of the MX {Mx} could not be looked up: {without}.", Told(lookup with { Server = "" }));

        static string Told(DnsLookup failed) => Message(Sound().WithHost(host => host with { Addresses = host.Addresses with { IPv4 = failed, Addresses = [] } }), MailExchangerRules.AddressLookupIndeterminate);
    }

    [Theory]
    [InlineData(SmtpOutcome.StartTlsRefused, "the reason", "no reason was given")]
    [InlineData(SmtpOutcome.TlsFailed, "the reason", "no reason was given")]
    [InlineData(SmtpOutcome.TlsTooOld, "TLS 1.0", "TLS 1.1")]
    [InlineData(SmtpOutcome.ConnectFailed, "the reason", "the connection failed")]
    [InlineData(SmtpOutcome.ConnectTimeout, "the reason", "connecting timed out")]
    [InlineData(SmtpOutcome.NotReached, "the reason", "the time for the domain was over first")]
    [InlineData(SmtpOutcome.ReplyTimeout, "the reason", "no reply in time")]
    [InlineData(SmtpOutcome.Rejected, "the reason", "no reason was given")]
    [InlineData(SmtpOutcome.ProtocolError, "the reason", "no reason was given")]
    public void A_failed_session_is_told_with_its_reason(SmtpOutcome outcome, string withReason, string without)
    {
        var failed = new SmtpSession { Address = "192.0.2.25", Outcome = outcome };

        Assert.Contains(withReason, Told(failed with { Detail = "the reason", TlsVersion = "TLS 1.0" }), StringComparison.Ordinal);
        Assert.Contains(without, Told(failed), StringComparison.Ordinal);

        static string Told(SmtpSession session) => Assert.Single(DomainAssessor.Assess(Sound().WithHost(host => host with { Sessions = [session] }), new AssessmentOptions { Port25IsOpen = true }).Findings).Message;
    }

    [Fact]
    public void A_server_that_turns_us_away_without_a_reason_is_told_with_its_greeting() =>
        Assert.Equal($"{Mx} turned the connection away: 554 no.", Message(Sound().WithSession(session => new SmtpSession { Address = session.Address, Outcome = SmtpOutcome.Rejected, Banner = "554 no" }), MailExchangerRules.GreetingRejected));

    [Theory]
    [InlineData(PolicyFetchOutcome.ConnectFailed, "the reason", "the connection failed")]
    [InlineData(PolicyFetchOutcome.ConnectTimeout, "the reason", "connecting timed out")]
    [InlineData(PolicyFetchOutcome.NotReached, "the reason", "the time for the domain was over first")]
    [InlineData(PolicyFetchOutcome.TlsFailed, "the reason", "no reason was given")]
    [InlineData(PolicyFetchOutcome.TlsTooOld, "TLS 1.0", "TLS 1.1")]
    [InlineData(PolicyFetchOutcome.CertificateRejected, "the reason", "it was rejected")]
    [InlineData(PolicyFetchOutcome.HttpFailed, "the reason", "no reason was given")]
    [InlineData(PolicyFetchOutcome.HttpTimeout, "within 10 s", "within 10 s")]
    public void A_failed_fetch_is_told_with_its_reason(PolicyFetchOutcome outcome, string withReason, string without)
    {
        var failed = new PolicyFetch { Address = "192.0.2.1", Outcome = outcome, Duration = TimeSpan.FromSeconds(10) };

        Assert.Contains(DomainAssessor.Assess(Sound().WithFetches(failed with { Detail = "the reason", TlsVersion = "TLS 1.0" })).Findings, finding => finding.Message.Contains(withReason, StringComparison.Ordinal));
        Assert.Contains(DomainAssessor.Assess(Sound().WithFetches(failed)).Findings, finding => finding.Message.Contains(without, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_of_less_than_a_second_counts_as_one() =>
        Assert.EndsWith("within 1 s.", Message(Sound().WithFetches(new PolicyFetch { Outcome = PolicyFetchOutcome.HttpTimeout, Duration = TimeSpan.FromMilliseconds(200) }), PolicyHostRules.PolicyTimeout), StringComparison.Ordinal);

    [Theory]
    [InlineData(5, "a0.test, a1.test, a2.test, a3.test, a4.test.")]
    [InlineData(7, "a0.test, a1.test, a2.test, a3.test, a4.test and 2 more.")]
    public void A_certificate_for_others_is_told_with_five_of_its_names(int count, string names)
    {
        var seen = Sound().WithMxCertificate(c => c.WithFacts(f => f with { DnsNames = [.. Enumerable.Range(0, count).Select(i => $"a{i}.test")] }));

        Assert.Equal($"The certificate of {Mx} is for {names}", Message(seen, MailExchangerRules.CertificateNameMismatch));
    }

    [Fact]
    public void A_chain_that_is_not_trusted_is_told_with_its_reason_or_its_root()
    {
        var root = Certificate("root.test").Certificate with { Issuer = "CN=Root" };

        Assert.EndsWith(": its root is CN=Issuing CA.", Untrusted(c => c with { ChainStatus = ChainStatus.UntrustedRoot }), StringComparison.Ordinal);
        Assert.EndsWith(": its root is CN=Root.", Untrusted(c => c with { ChainStatus = ChainStatus.UntrustedRoot, Intermediates = [c.Certificate, root] }), StringComparison.Ordinal);
        Assert.EndsWith(": revoked.", Untrusted(c => c with { ChainStatus = ChainStatus.UntrustedRoot, ChainDetail = "revoked" }), StringComparison.Ordinal);
        Assert.EndsWith(": the chain is not valid.", Untrusted(c => c with { ChainStatus = ChainStatus.Invalid }), StringComparison.Ordinal);
        Assert.EndsWith(": revoked.", Untrusted(c => c with { ChainStatus = ChainStatus.Invalid, ChainDetail = "revoked" }), StringComparison.Ordinal);
        Assert.Contains("(CN=Root)", Message(Sound().WithMxCertificate(c => c with { ChainStatus = ChainStatus.Incomplete, Intermediates = [root] }), MailExchangerRules.CertificateChainIncomplete), StringComparison.Ordinal);

        static string Untrusted(Func<CertificateObservation, CertificateObservation> change) => Message(Sound().WithMxCertificate(change), MailExchangerRules.CertificateNotTrusted);
    }

    [Fact]
    public void Addresses_of_an_MX_that_differ_are_told_each_with_what_it_does()
    {
        var seen = Sound().WithHost(host => host with
        {
            Sessions =
            [
                host.Sessions[0],
                Failed("192.0.2.26", SmtpOutcome.StartTlsNotOffered),
                Failed("192.0.2.27", SmtpOutcome.Rejected),
                Failed("192.0.2.28", SmtpOutcome.ConnectFailed),
                Failed("2001:db8::25", SmtpOutcome.ConnectFailed),
                Failed("10.0.0.25", SmtpOutcome.AddressNotAllowed),
            ],
        });

        Assert.Equal(
            $"The addresses of {Mx} behave differently: 192.0.2.25 is fine; 192.0.2.26 would be refused (starttls-not-supported); 192.0.2.27 does not get as far as TLS; 192.0.2.28 cannot be reached.",
            Message(seen, MailExchangerRules.AddressesDiffer));

        static SmtpSession Failed(string address, SmtpOutcome outcome) => new() { Address = address, Outcome = outcome };
    }

    [Fact]
    public void Addresses_of_the_policy_host_that_differ_are_told_in_groups()
    {
        var seen = Sound().WithFetches(
            Fetch(PolicyText("enforce", Mx)), Fetch(PolicyText("testing", Mx), "192.0.2.2"), Fetch(PolicyText("enforce", Mx), "192.0.2.3"), Fetch(PolicyText("testing", Mx)) with { Address = null });

        Assert.Equal($"The addresses of {PolicyHost} serve different policies (192.0.2.1, 192.0.2.3; 192.0.2.2, one address).", Message(seen, PolicyHostRules.PolicyDiffersByAddress));
    }

    [Fact]
    public void An_address_that_does_not_serve_the_policy_is_told_with_its_worst_reason()
    {
        var seen = Sound().WithFetches(Fetch(PolicyText("enforce", Mx)), Fetch("", "192.0.2.2") with { StatusCode = 404, Certificate = Certificate(PolicyHost).WithFacts(f => f with { NotAfter = Now.AddDays(1) }) });

        Assert.Equal($"192.0.2.2 of {PolicyHost} does not serve the policy: {PolicyHost} answers with HTTP status 404, and only 200 will do.", Message(seen, PolicyHostRules.SomeAddressesFail));
        Assert.StartsWith("One address of", Message(seen.WithFetch(fetch => fetch.StatusCode == 404 ? fetch with { Address = null } : fetch), PolicyHostRules.SomeAddressesFail), StringComparison.Ordinal);
    }

    private static string Message(DomainObservation seen, Rule rule) =>
        Assert.Single(DomainAssessor.Assess(seen).Findings, finding => finding.Id == rule.Id).Message;
}
