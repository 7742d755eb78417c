using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>What a template left behind in a policy; names that are set aside for examples are that only in the policy of another domain.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("shop.test", "mx9.example.com", "mx9.example.com")]
    [InlineData("shop.test", "*.example.net", "*.example.net")]
    [InlineData("shop.test", "Mail.Example.ORG", "Mail.Example.ORG")]
    [InlineData("shop.test", "example.com", "example.com")]
    [InlineData("shop.test", "mx.example", "mx.example")]
    [InlineData("shop.test", "mail.your-domain.com", "mail.your-domain.com")]
    [InlineData("myexample.com", "mx9.example.com", "mx9.example.com")]
    [InlineData("shop.test", "mx.myexample.com", null)]
    [InlineData("shop.test", "example.com.shop.test", null)]
    [InlineData("example.com", "mx2.example.com", null)]
    [InlineData("sub.example.org", "mx2.example.com", null)]
    public void A_placeholder_is_told_once_and_another_pattern_without_a_host_as_such(string domain, string pattern, string? placeholder)
    {
        var report = DomainAssessor.Assess(Sound().WithPolicy(PolicyText("enforce", Mx, pattern)) with { Domain = domain });

        var finding = Assert.Single(report.Findings, finding => finding.Id is "MTASTS1068" or "MTASTS6002" && !finding.Message.Contains($"'{Mx}'", StringComparison.Ordinal));
        Assert.Equal(
            placeholder is null ? (MailExchangerRules.PatternCoversNothing.Id, $"The mx pattern '{pattern}' covers none of the MX hosts.") : (PolicyRules.MxPlaceholder.Id, $"The mx pattern '{placeholder}' is the placeholder of a template."),
            (finding.Id, finding.Message));
        Assert.Equal((PolicyHost, Severity.Warning), (finding.Subject, finding.Severity));
    }

    [Fact]
    public void A_page_in_place_of_a_policy_has_no_placeholders() =>
        Assert.DoesNotContain(
            DomainAssessor.Assess(Sound().WithFetch(fetch => fetch with { BodyTooLarge = true, Body = Fetch(PolicyText("enforce", "mx9.example.com")).Body }) with { Domain = "shop.test" }).Findings,
            finding => finding.IsOf(PolicyRules.MxPlaceholder));
}
