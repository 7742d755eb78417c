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

    /// <summary>By default the binder of .NET drops what it cannot convert inside a list: the page on configuration says to ask for the error.</summary>
    [Fact]
    public void A_pattern_that_is_none_is_an_error_where_errors_are_asked_for()
    {
        var section = Section(("Mode", "Enforce"), ("MaxAge", "7.00:00:00"), ("Mx:0", "mail.example.com"), ("Mx:1", "10.0.0.1"));
        var exception = Assert.Throws<InvalidOperationException>(() => section.Get<MtaStsPolicy>(options => options.ErrorOnUnknownConfiguration = true));
        Assert.Contains("MTASTS1045", exception.ToString(), StringComparison.Ordinal);
    }

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
    [InlineData("Host", "*", "MTASTS1041")]
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
