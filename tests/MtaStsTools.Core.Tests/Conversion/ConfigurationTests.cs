using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Configuration;

namespace MtaStsTools.Core.Tests.Conversion;

/// <summary>Values in a configuration of .NET.</summary>
public sealed class ConfigurationTests
{
    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(item => "Policy:" + item.Key, item => (string?)item.Value, StringComparer.Ordinal)).Build().GetSection("Policy");

    [Fact]
    public void A_policy_keeps_its_patterns()
    {
        var policy = Section(("Mode", "Enforce"), ("MaxAge", "7.00:00:00"), ("Mx:0", "mail.example.com"), ("Mx:1", "*.example.net")).Get<MtaStsPolicy>();
        Assert.NotNull(policy);
        Assert.Equal(["mail.example.com", "*.example.net"], policy.Mx.Select(pattern => pattern.Text));
        Assert.Empty(policy.Validate());
    }

    /// <summary>The binder of .NET drops what it cannot convert inside a list, unless it is asked for errors; a policy that enforces would lose one of its hosts.</summary>
    [Theory]
    [InlineData("10.0.0.1", "MTASTS1045")]
    [InlineData("*", "MTASTS1041")]
    [InlineData("b.example\nmx: evil.example", "MTASTS1058")]
    [InlineData("b.example\r\nmode: none", "MTASTS1058")]
    [InlineData("b..example", "MTASTS1050")]
    [InlineData("bücher.example", "MTASTS1043")]
    public void A_pattern_that_is_none_stays_and_is_an_error_of_the_policy(string text, string id)
    {
        var policy = Section(("Mode", "Enforce"), ("MaxAge", "7.00:00:00"), ("Mx:0", "mail.example.com"), ("Mx:1", text)).Get<MtaStsPolicy>()!;
        Assert.Equal([true, false], policy.Mx.Select(pattern => pattern.IsValid));
        Assert.Contains(policy.Validate(), finding => finding.Id == id && finding.Severity == Severity.Error);
        Assert.False(MtaStsPolicy.TryParse(policy.ToString(), out _));
        Assert.Equal(id, policy.Mx[1].Validate()[0].Id);
        Assert.Contains(id, Assert.Throws<MtaStsFormatException>(() => policy.Covers("other.example")).Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 2_000)]
    public void Whatever_a_configuration_says_is_a_pattern_or_an_error(NonNull<string> text)
    {
        var policy = Section(("Mode", "Enforce"), ("MaxAge", "7.00:00:00"), ("Mx:0", text.Get)).Get<MtaStsPolicy>()!;
        var pattern = Assert.Single(policy.Mx);
        Assert.Equal(MxPattern.TryParse(text.Get.Trim(), out _), pattern.IsValid);
        Assert.Equal(pattern.IsValid, MtaStsPolicy.TryParse(policy.ToString(), out _));
    }

    [Fact]
    public void Spaces_around_a_pattern_are_none_of_it() =>
        Assert.Equal("mail.example.com", Section(("Mx:0", " mail.example.com ")).Get<MtaStsPolicy>()!.Mx[0].Text);

    [Fact]
    public void A_policy_can_be_given_as_its_text()
    {
        var settings = Section(("Text", "version: STSv1\nmode: none\nmax_age: 86400\n"), ("Domain", "Example.COM"), ("Record", "v=STSv1; id=1;"), ("Reports", "v=TLSRPTv1; rua=mailto:a@example.com"), ("Host", "*.example.net"));
        var values = settings.Get<Settings>()!;
        Assert.Equal((MtaStsMode.None, "example.com", "1", "mailto:a@example.com", "*.example.net"), (values.Text!.Mode, values.Domain!.Ascii, values.Record!.Id, values.Reports!.Rua[0], values.Host!.Text));
    }

    [Theory]
    [InlineData("Text", "version: STSv1; mode: none", "MTASTS1")]
    [InlineData("Domain", "a..b", "MTASTS2202")]
    [InlineData("Record", "v=STSv1; id=a-b;", "MTASTS2006")]
    [InlineData("Reports", "v=TLSRPTv1; rua=ftp://a.example", "MTASTS2106")]
    public void A_value_that_is_none_throws_and_names_the_rule(string key, string text, string id)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Section((key, text)).Get<Settings>());
        Assert.Contains(id, exception.ToString(), StringComparison.Ordinal);
    }

    private sealed record Settings
    {
        public MtaStsPolicy? Text { get; init; }

        public DomainName? Domain { get; init; }

        public MtaStsRecord? Record { get; init; }

        public TlsRptRecord? Reports { get; init; }

        public MxPattern? Host { get; init; }
    }
}
