using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>The rows of <c>docs/gate.md</c>.</summary>
public sealed class DomainGateTests
{
    /// <summary>What was found, and the strictest mode that it passes with; null where it passes with none.</summary>
    public static TheoryData<string, MtaStsMode?> Rows => new(Cases.Select(row => (row.Key, row.Value.Strictest)));

    private static Dictionary<string, (DomainObservation Seen, MtaStsMode? Strictest)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["enforce"] = (Sound(), MtaStsMode.Enforce),
        ["testing"] = (Testing(), MtaStsMode.Testing),
        ["enforce with a warning"] = (Sound().WithPolicy(PolicyText("enforce", Mx, "*.example.org")), MtaStsMode.Enforce),
        ["a removal under way"] = (Sound().WithPolicy(PolicyText("none")), null),
        ["a finished removal"] = (Sound().WithRecord().WithPolicy(PolicyText("none")), MtaStsMode.None),
        ["a forgotten record"] = (Sound().WithRecord(), null),
        ["neither record nor policy"] = (RuleCases.NotConfigured(), null),
        ["a null MX under enforce"] = (NullMx(Sound()), MtaStsMode.Enforce),
        ["a null MX under testing"] = (NullMx(Testing()), MtaStsMode.Testing),
        ["a null MX without a policy"] = (NullMx(RuleCases.NotConfigured()), MtaStsMode.None),
        ["a null MX and a broken policy"] = (NullMx(Sound()).WithPolicy("version: STSv1\n"), null),
        ["a refused MX under enforce"] = (Sound().WithFailedSession(SmtpOutcome.StartTlsNotOffered), null),
        ["a refused MX under testing"] = (Testing().WithFailedSession(SmtpOutcome.StartTlsNotOffered), null),
        ["an uncovered MX under testing"] = (Testing().WithHosts(MailHost(Mx), MailHost("backup.example.net", 20)), null),
        ["every MX refused the connection"] = (Sound().WithFailedSession(SmtpOutcome.ConnectFailed), null),
        ["port 25 is blocked"] = (Testing().WithFailedSession(SmtpOutcome.ConnectTimeout), null),
        ["one MX of two was not reached"] = (Sound().WithHosts(MailHost(Mx), MailHost(Mx, 20) with { Sessions = [new SmtpSession { Address = "192.0.2.26", Outcome = SmtpOutcome.ConnectFailed }] }), null),
        ["a TLSA lookup that fails in a signed zone"] = (Deferring(Sound()), null),
        ["a certificate that only DANE accepts"] = (RuleCases.All[DaneRules.OnlyDaneAccepts], null),
        ["SMTP left out"] = (SkippingSmtp(Sound()), MtaStsMode.Enforce),
        ["SMTP left out under testing"] = (SkippingSmtp(Testing()), MtaStsMode.Testing),
        ["SMTP left out of a removal"] = (SkippingSmtp(Sound().WithPolicy(PolicyText("none"))), null),
        ["SMTP left out and an uncovered MX"] = (SkippingSmtp(Testing().WithHosts(MailHost(Mx), MailHost("backup.example.net", 20))), null),
        ["SMTP left out and an MX without an address"] = (SkippingSmtp(Sound().WithHost(host => host with { Addresses = NoAddresses(Mx, DnsOutcome.NoData) })), null),
        ["SMTP left out and a failed TLSA lookup"] = (SkippingSmtp(Deferring(Sound())), null),
        ["no MX was seen"] = (Sound() with { MailExchangers = [], SmtpSkipped = true }, null),
        ["a policy that is not valid"] = (Sound().WithPolicy("version: STSv1\n"), null),
        ["a record that could not be looked up"] = (Sound().WithRecordLookup(DnsOutcome.Timeout), null),
    };

    [Theory, MemberData(nameof(Rows))]
    public void A_domain_passes_only_where_its_mail_is_protected_or_rightly_not_as_was_asked(string found, MtaStsMode? strictest)
    {
        var report = DomainAssessor.Assess(Cases[found].Seen);

        foreach (var required in Enum.GetValues<MtaStsMode>())
            Assert.Equal(required <= strictest, DomainGate.Passes(report, required));
    }

    private static DomainObservation Testing() => Sound().WithPolicy(PolicyText("testing", Mx));

    private static DomainObservation NullMx(DomainObservation seen) =>
        seen with { Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX"), Records = [new MxFact(0, "")] }, MailExchangers = [] };

    private static DomainObservation SkippingSmtp(DomainObservation seen) => seen.WithHost(host => host with { Sessions = [] }) with { SmtpSkipped = true };

    private static DomainObservation Deferring(DomainObservation seen) => seen.WithHost(host => host with
    {
        Addresses = host.Addresses with { IPv4 = host.Addresses.IPv4 with { Authenticated = true } },
        Tlsa = new TlsaObservation { Lookup = Lookup($"_25._tcp.{Mx}", "TLSA", DnsOutcome.ServerFailure) },
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Without_SMTP_one_host_to_which_senders_with_DANE_put_off_their_mail_is_enough(params int[] order)
    {
        var deferring = MailHost("mx2.example.com") with
        {
            Addresses = Addresses("mx2.example.com", "192.0.2.26") with { IPv4 = Lookup("mx2.example.com", "A") with { Authenticated = true } },
            Tlsa = new TlsaObservation { Lookup = Lookup("_25._tcp.mx2.example.com", "TLSA", DnsOutcome.ServerFailure) },
        };
        MxHostObservation[] hosts = [MailHost(Mx) with { Sessions = [] }, deferring with { Sessions = [] }];
        var seen = Sound().WithPolicy(PolicyText("enforce", "*.example.com")) with { SmtpSkipped = true };

        Assert.True(DomainGate.Passes(DomainAssessor.Assess(seen.WithHosts(hosts[0])), MtaStsMode.Enforce));
        Assert.False(DomainGate.Passes(DomainAssessor.Assess(seen.WithHosts([.. order.Select(i => hosts[i])])), MtaStsMode.Enforce));
    }
}
