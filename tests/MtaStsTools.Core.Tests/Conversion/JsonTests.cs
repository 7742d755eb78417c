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

    [Fact]
    public void Records_are_the_texts_of_their_TXT_records()
    {
        var options = new JsonSerializerOptions().AddMtaStsConverters();
        var all = new Published { Policy = MtaStsPolicy.Parse("version: STSv1\nmode: none\nmax_age: 86400\n"), Record = new MtaStsRecord { Id = "1" }, Reports = new TlsRptRecord { Rua = ["mailto:a@example.com"] } };
        var json = JsonSerializer.Serialize(all, options);
        Assert.Equal("""{"Policy":{"version":"STSv1","mode":"none","mx":[],"max_age":86400},"Record":"v=STSv1; id=1;","Reports":"v=TLSRPTv1; rua=mailto:a@example.com;"}""", json);
        Assert.Equal(all, JsonSerializer.Deserialize<Published>(json, options));
    }

    [Theory]
    [InlineData("""{"Record":"v=STSv1; id=a-b;"}""", "$.Record", "MTASTS2006")]
    [InlineData("""{"Record":{"Id":"1"}}""", "$.Record", "JSON string")]
    [InlineData("""{"Reports":"v=TLSRPTv1; rua=ftp://a.example"}""", "$.Reports", "MTASTS2106")]
    public void A_record_that_is_none_names_the_rule_and_the_path(string json, string path, string expected)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Published>(json, new JsonSerializerOptions().AddMtaStsConverters()));
        Assert.Equal(path, exception.Path);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("604800", 604_800)]
    [InlineData("\"7d\"", 604_800)]
    [InlineData("\"7.00:00:00\"", 604_800)]
    [InlineData("1.5", 1.5)]
    [InlineData("-60", -60)]
    public void A_duration_is_seconds_or_a_text_and_is_written_as_seconds(string json, double seconds)
    {
        var cached = JsonSerializer.Deserialize<Cached>($$"""{"For":{{json}}}""")!;
        Assert.Equal(TimeSpan.FromSeconds(seconds), cached.For);
        Assert.Equal(cached, JsonSerializer.Deserialize<Cached>(JsonSerializer.Serialize(cached)));
        Assert.DoesNotContain('"', JsonSerializer.Serialize(cached)[7..]);
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("true")]
    [InlineData("1e20")]
    [InlineData("null")]
    [InlineData("{}")]
    public void What_is_no_duration_names_the_path(string json) =>
        Assert.Equal("$.For", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cached>($$"""{"For":{{json}}}""")).Path);

    private sealed record Cached
    {
        [System.Text.Json.Serialization.JsonConverter(typeof(DurationJsonConverter))]
        public TimeSpan For { get; init; }
    }

    private sealed record Published
    {
        public MtaStsPolicy? Policy { get; init; }

        public MtaStsRecord? Record { get; init; }

        public TlsRptRecord? Reports { get; init; }
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
