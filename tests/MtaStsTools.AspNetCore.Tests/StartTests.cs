using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>An application with a wrong policy does not start, and says why.</summary>
public sealed class StartTests
{
    private static async Task<MtaStsConfigurationException> FailAsync(params (string Key, string Value)[] settings) =>
        await Assert.ThrowsAsync<MtaStsConfigurationException>(() => ServedApplication.StartAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(item => item.Key, item => (string?)item.Value, StringComparer.Ordinal));
            builder.Services.AddMtaSts(builder.Configuration.GetSection("MtaSts"));
        }));

    [Fact]
    public async Task A_policy_of_the_code_with_an_Error_is_named_with_its_domain_and_rule()
    {
        var error = await Assert.ThrowsAsync<MtaStsConfigurationException>(() => ServedApplication.StartAsync(("example.com", ServedApplication.Policy with { Mx = [] })));
        Assert.Contains(error.Findings, finding => finding.Severity == Severity.Error);
        Assert.Contains($"example.com: Error {error.Findings[0].Id}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_host_of_a_configuration_is_named_with_its_key_and_rule()
    {
        var error = await FailAsync(("MtaSts:Domains:example.com:Mode", "enforce"), ("MtaSts:Domains:example.com:MaxAge", "7d"), ("MtaSts:Domains:example.com:Mx:0", "mail.example.com"), ("MtaSts:Domains:example.com:Mx:1", "10.0.0.1"));
        Assert.Equal("MTASTS1045", Assert.Single(error.Findings).Id);
        Assert.Contains("MtaSts:Domains:example.com:Mx:1: Error MTASTS1045", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_every_domain_is_told_at_once()
    {
        var error = await FailAsync(("MtaSts:Domains:a.test:Mode", "enforced"), ("MtaSts:Domains:b.test:Mode", "none"), ("MtaSts:Domains:b.test:MaxAge", "99999999"));
        Assert.Contains("a.test", error.Message, StringComparison.Ordinal);
        Assert.Contains("b.test", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MtaSts:Domains:example.com:MaximumAge", "MtaSts:Domains:example.com:MaximumAge")]
    [InlineData("MtaSts:Domain:example.com:Mode", "MtaSts:Domain")]
    public async Task An_unknown_key_is_no_policy_that_lacks_something(string key, string named) =>
        Assert.Contains($"'{named}'", (await FailAsync((key, "7d"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task No_domain_has_two_policies()
    {
        var error = await Assert.ThrowsAsync<MtaStsConfigurationException>(() => ServedApplication.StartAsync(("münchen.test", ServedApplication.Policy), ("xn--mnchen-3ya.test", ServedApplication.Policy)));
        Assert.Contains("xn--mnchen-3ya.test", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_domain_stops_it() =>
        Assert.Contains("Error MTASTS", (await Assert.ThrowsAsync<MtaStsConfigurationException>(() => ServedApplication.StartAsync(("https://example.com", ServedApplication.Policy)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_warning_is_logged_and_stops_nothing()
    {
        await using var application = await ServedApplication.StartAsync(("example.com", ServedApplication.Policy with { MaxAge = TimeSpan.FromHours(1) }));
        Assert.Contains(application.Journal.Lines, line => line.StartsWith("3001 Warning example.com: Warning MTASTS", StringComparison.Ordinal));
        Assert.Contains("3000 Information Serving 1 policies.", application.Journal.Lines);
    }

    [Fact]
    public void Without_policies_nothing_can_be_mapped()
    {
        var application = WebApplication.CreateSlimBuilder().Build();
        Assert.Contains("AddMtaSts", Assert.Throws<InvalidOperationException>(() => application.MapMtaSts()).Message, StringComparison.Ordinal);
    }
}
