using System.Text.Json;
using MtaStsTools.Conversion;

namespace MtaStsTools.Core.Tests.Conversion;

/// <summary>Values as JSON.</summary>
public sealed class JsonTests
{
    private const string Good = """{"version":"STSv1","mode":"enforce","mx":["mail.example.com","*.example.net"],"max_age":604800,"foo":"bar"}""";

    private static readonly JsonSerializerOptions WithConverter = new() { Converters = { new PolicyJsonConverter() } };

    [Fact]
    public void A_policy_has_the_names_of_the_RFC_and_round_trips()
    {
        var policy = MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.example.net\nmax_age: 604800\nfoo: bar\n");
        Assert.Equal(Good, JsonSerializer.Serialize(policy, WithConverter));
        Assert.Equal(policy, JsonSerializer.Deserialize<MtaStsPolicy>(Good, WithConverter));
    }

    [Theory]
    [InlineData("\"7.00:00:00\"", 604_800)]
    [InlineData("\"14d\"", 1_209_600)]
    [InlineData("1209600", 1_209_600)]
    public void A_lifetime_is_seconds_or_a_duration(string json, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), JsonSerializer.Deserialize<MtaStsPolicy>(Good.Replace("604800", json, StringComparison.Ordinal), WithConverter)!.MaxAge);

    [Theory]
    [InlineData("\"enforce\"", "\"enforced\"", "MTASTS1021")]
    [InlineData("*.example.net", "*.example.net.", "mx[1]: MTASTS1049")]
    [InlineData("604800", "99999999999", "MTASTS3003")]
    [InlineData("STSv1", "STSv2", "MTASTS1")]
    [InlineData("\"foo\":\"bar\"", "\"foo bar\":\"bar\"", "MTASTS1")]
    [InlineData("\"foo\":\"bar\"", "\"mode\":\"none\"", "MTASTS1060")]
    [InlineData("[\"mail.example.com\",\"*.example.net\"]", "[]", "MTASTS3005")]
    [InlineData("[\"mail.example.com\",\"*.example.net\"]", "\"mail.example.com\"", "array")]
    [InlineData("604800", "true", "max_age")]
    public void What_is_not_valid_names_the_rule_and_the_path(string good, string bad, string expected)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>($$"""{"Policy":{{Good.Replace(good, bad, StringComparison.Ordinal)}}}""", WithConverter));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("$.Policy", exception.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_converter_a_policy_keeps_its_patterns_too()
    {
        var policy = MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmx: *.example.net\nmax_age: 604800\nfoo: bar\n");
        Assert.Equal(policy, JsonSerializer.Deserialize<MtaStsPolicy>(JsonSerializer.Serialize(policy)));
    }

    [Fact]
    public void Names_and_patterns_are_strings()
    {
        var names = JsonSerializer.Deserialize<Names>("""{"Domain":"Example.COM","Host":"*.example.net"}""");
        Assert.Equal("""{"Domain":"example.com","Host":"*.example.net"}""", JsonSerializer.Serialize(names));
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Names>("""{"Domain":"example.com","Host":"*"}"""));
        Assert.Equal("$.Host", exception.Path);
        Assert.Contains("MTASTS1041", exception.Message, StringComparison.Ordinal);
    }

    private sealed record Holder
    {
        public MtaStsPolicy? Policy { get; init; }
    }

    private sealed record Names
    {
        public DomainName? Domain { get; init; }

        public MxPattern? Host { get; init; }
    }
}
