using MtaStsTools.Drafting;
using MtaStsTools.Sdk.Tests.Assessment;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Drafting;

public sealed class PolicyDrafterTests
{
    [Theory]
    [InlineData("contoso-com.mail.protection.outlook.com", "*.mail.protection.outlook.com", "Exchange Online")]
    [InlineData("contoso-com.o-v1.mx.microsoft", "*.o-v1.mx.microsoft", "Exchange Online")]
    [InlineData("smtp.google.com", "smtp.google.com", "Google Workspace")]
    [InlineData("ASPMX.L.GOOGLE.COM.", "aspmx.l.google.com", "Google Workspace")]
    [InlineData("alt3.aspmx.l.google.com", "*.aspmx.l.google.com", "Google Workspace")]
    [InlineData("aspmx2.googlemail.com", "*.googlemail.com", "Google Workspace")]
    [InlineData("route1.mx.cloudflare.net", "*.mx.cloudflare.net", "Cloudflare Email Routing")]
    [InlineData("in1-smtp.messagingengine.com", "*.messagingengine.com", "Fastmail")]
    [InlineData("mx0a-00012345.pphosted.com", "mx0a-00012345.pphosted.com", "Proofpoint")]
    [InlineData("eu-smtp-inbound-1.mimecast.com", "eu-smtp-inbound-1.mimecast.com", "Mimecast")]
    [InlineData("inbound-smtp.eu-west-1.amazonaws.com", "inbound-smtp.eu-west-1.amazonaws.com", "Amazon SES")]
    [InlineData("mx1.example.com", "mx1.example.com", null)]
    [InlineData("notgooglemail.com", "notgooglemail.com", null)]
    public void A_host_gets_the_pattern_of_its_provider_or_its_own_name(string host, string pattern, string? provider)
    {
        var drafted = Assert.Single(PolicyDrafter.Draft([host]).Patterns);

        Assert.Equal((pattern, provider), (drafted.Pattern.ToString(), drafted.Provider));
        Assert.True(drafted.Pattern.Matches(host));
    }

    [Fact]
    public void Every_provider_in_the_table_gives_patterns_that_cover_its_hosts()
    {
        foreach (var provider in MailProvider.All)
        {
            foreach (var host in new[] { provider.Suffix, $"a.{provider.Suffix}", $"a.b.{provider.Suffix}" })
                Assert.True(PolicyDrafter.Draft([host]).Policy.Covers(host), host);
        }
    }

    [Fact]
    public void Hosts_that_share_a_pattern_share_a_line_in_the_order_of_preference()
    {
        var draft = PolicyDrafter.Draft(["aspmx.l.google.com", "alt1.aspmx.l.google.com", "alt2.aspmx.l.google.com", "backup.example.com"]);

        Assert.Equal(["aspmx.l.google.com", "*.aspmx.l.google.com", "backup.example.com"], draft.Policy.Mx.Select(pattern => pattern.ToString()));
        Assert.Equal(["alt1.aspmx.l.google.com", "alt2.aspmx.l.google.com"], draft.Patterns[1].Hosts);
    }

    [Theory]
    [InlineData(MtaStsMode.Testing)]
    [InlineData(MtaStsMode.Enforce)]
    [InlineData(MtaStsMode.None)]
    public void A_draft_has_nothing_to_find_in_any_mode(MtaStsMode mode) =>
        Assert.Empty(PolicyDrafter.Draft(["mx1.example.com"], mode).Policy.Validate());

    [Fact]
    public void A_draft_is_for_testing_and_a_day_unless_more_is_asked_for()
    {
        var policy = PolicyDrafter.Draft(["mx1.example.com"]).Policy;

        Assert.Equal((MtaStsMode.Testing, TimeSpan.FromDays(1)), (policy.Mode, policy.MaxAge));
        Assert.Equal(TimeSpan.FromDays(3), PolicyDrafter.Draft(["mx1.example.com"], maxAge: TimeSpan.FromDays(3)).Policy.MaxAge);
    }

    [Fact]
    public void Live_mx_records_are_drafted_and_where_there_are_none_the_domain_itself()
    {
        Assert.Equal([Seen.Mx], PolicyDrafter.Draft(Seen.Sound()).Policy.Mx.Select(pattern => pattern.ToString()));
        Assert.Equal([Seen.Domain], PolicyDrafter.Draft(Seen.Sound().WithMxLookup(DnsOutcome.NoData)).Policy.Mx.Select(pattern => pattern.ToString()));
    }

    [Fact]
    public void No_draft_is_made_of_what_is_not_known_or_takes_no_mail()
    {
        foreach (var (observation, rule) in new[]
        {
            (Seen.Sound().WithMxLookup(DnsOutcome.ServerFailure), MailExchangerRules.LookupIndeterminate),
            (Seen.Sound().WithMxLookup(DnsOutcome.NameDoesNotExist), PolicyHostRules.DomainDoesNotExist),
            (RuleCases.All[MailExchangerRules.NullMx], MailExchangerRules.NullMx),
        })
        {
            var obstacle = PolicyDrafter.Obstacle(observation.Domain, observation.Mx);
            Assert.Equal(rule.Id, obstacle?.Id);
            Assert.Equal(obstacle!.Message, Assert.Throws<InvalidOperationException>(() => PolicyDrafter.Draft(observation)).Message);
        }

        Assert.Null(PolicyDrafter.Obstacle(Seen.Domain, Seen.Sound().Mx));
        Assert.Throws<ArgumentException>(() => PolicyDrafter.Draft([]));
        Assert.Throws<MtaStsFormatException>(() => PolicyDrafter.Draft(["192.0.2.1"]));
    }
}
