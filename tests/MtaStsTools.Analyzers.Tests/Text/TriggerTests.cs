using MtaStsTools.Analyzers.Texts;
using Test = MtaStsTools.Analyzers.Texts.TextAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>What is read, and what is left alone.</summary>
public sealed class TriggerTests
{
    private static Task In(string body, string more = "") => Verify.Analyzer<Test>($$"""
        using System;
        using System.Diagnostics.CodeAnalysis;
        using MtaStsTools;

        class C
        {
            {{body}}
        }

        static class Receiver { public static void Check([StringSyntax("MtaStsRecord")] this string text, int n) { } }
        """, more);

    [Fact]
    public Task A_good_policy_is_silent() => In("""
        object M() => MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmx: *.example.net\nmax_age: 604800\n");
        """);

    [Fact]
    public Task A_string_that_looks_like_a_policy_is_nobodys_business() => In("""
        string M() => "version: STSv1\nmode: Enforce\n";
        """);

    [Fact]
    public Task Parameter_with_the_attribute() => In("""
        void Take([StringSyntax("TlsRptRecord")] string text) { }
        void M() => Take("v=TLSRPTv1; rua={|MTASTS2106:ftp://a.example|}");
        """);

    [Fact]
    public Task Field_and_property_with_the_attribute() => In("""
        [StringSyntax("MtaStsRecord")] public string Field = "v=STSv1; id={|MTASTS2006:a-b|};";
        [StringSyntax("MtaStsRecord")] public string Property { get; set; } = "v=STSv1; id={|MTASTS2006:a.b|};";
        void M(C other) { other.Property = "v=STSv1; id={|MTASTS2006:a_b|};"; _ = new C { Field = "v=STSv1; id={|MTASTS2006:c-d|};" }; }
        """);

    [Fact]
    public Task What_a_property_with_the_attribute_returns() => In("""
        [StringSyntax("MtaStsRecord")] public string Arrow => "v=STSv1; id={|MTASTS2006:a-b|};";
        [StringSyntax("MtaStsRecord")] public string Block { get { Func<string> other = () => "v=STSv1; id=a-b;"; return other() == "" ? "v=STSv1; id={|MTASTS2006:a.b|};" : "v=STSv1; id=a;"; } }
        public string Unmarked => "v=STSv1; id=a-b;";
        """);

    [Fact]
    public Task Every_branch_of_a_choice() => In("""
        object M(int i, string? text) => MtaStsRecord.Parse(i switch { 1 => "v=STSv1; id={|MTASTS2006:a-b|};", 2 => (i > 0 ? "v=STSv1; id=a;" : "v=STSv1; id={|MTASTS2006:a.b|};"), _ => text ?? "v=STSv1; id={|MTASTS2006:a_b|};" });
        """);

    [Fact]
    public Task Arguments_of_an_attribute() => In("""
        sealed class MarkAttribute([StringSyntax("MtaStsRecord")] string text) : Attribute { public string Text => text; [StringSyntax("MtaStsRecord")] public string? More { get; set; } }
        [Mark("v=STSv1; id={|MTASTS2006:a-b|};", More = "v=STSv1; id={|MTASTS2006:a.b|};")] void M() { }
        """);

    [Theory]
    [InlineData("""DomainName.Parse("example{|MTASTS2202:..|}com")""")]
    [InlineData("""new DomainObserver(new ObservationOptions()).ObserveAsync("user{|MTASTS2205:@|}example.com")""")]
    [InlineData("""new PublishRequest { Domain = {|MTASTS2208:"192.0.2.1"|}, Id = "1" }""")]
    [InlineData("""DomainName.Parse({|MTASTS3008:"v=STSv1; id=1;"|})""")]
    [InlineData("""DomainName.Parse("https{|MTASTS2205:://|}example.com")""")]
    [InlineData("""DomainName.Parse("bücher.example.")""")]
    public Task Domain_names(string expression) => In($"object M() => {expression};");

    [Fact]
    public Task Comment_before_a_local_an_argument_and_a_literal() => In("""
        void Take(string a) { }
        void M()
        {
            // lang=mta-sts-record
            var text = "v=STSv1; id={|MTASTS2006:a-b|};";
            Take(/* lang=tlsrpt-record */ "v=TLSRPTv1; rua={|MTASTS2106:ftp://a.example|}");
            Take( // language=mta-sts-record
                "v=STSv1; id={|MTASTS2006:a_b|};");
            Take(text);
        }
        """);

    [Fact]
    public Task Comment_above_bodies_choices_arms_and_yields() => In("""
        // lang=mta-sts-record
        string Body() => "v=STSv1; id={|MTASTS2006:a-b|};";
        string Arrow()
            // lang=mta-sts-record
            => "v=STSv1; id={|MTASTS2006:a-c|};";
        string Getter
        {
            // lang=mta-sts-record
            get => "v=STSv1; id={|MTASTS2006:a-d|};";
        }
        System.Collections.Generic.IEnumerable<string> M(int n)
        {
            // lang=mta-sts-record
            var choice = n > 1 ? "v=STSv1; id={|MTASTS2006:a-e|};" : "v=STSv1; id={|MTASTS2006:a-f|};";
            choice = n > 2
                // lang=mta-sts-record
                ? "v=STSv1; id={|MTASTS2006:a-g|};"
                // lang=mta-sts-record
                : "v=STSv1; id={|MTASTS2006:a-h|};";
            // lang=mta-sts-record
            yield return "v=STSv1; id={|MTASTS2006:a-i|};";
            yield return n switch
            {
                // lang=mta-sts-record
                1 => "v=STSv1; id={|MTASTS2006:a-j|};",
                _ => choice,
            };
            // lang=mta-sts-record
            string Local() => "v=STSv1; id={|MTASTS2006:a-k|};";
            // lang=mta-sts-record
            Func<string> lambda = () => "v=STSv1; id={|MTASTS2006:a-l|};";
            // lang=mta-sts-record
            var holed = $"v=STSv1; id={|MTASTS2006:a-m|}; x={n};";
        }
        """);

    [Theory]
    [InlineData("mta-sts-polcy", "mta-sts-policy")]
    [InlineData("mta-sts", "mta-sts-policy")]
    [InlineData("MTA-STS-Policy", "mta-sts-policy")]
    [InlineData("mta_sts_txt", "mta-sts-record")]
    [InlineData("mtasts-record", "mta-sts-record")]
    [InlineData("tlsrpt", "tlsrpt-record")]
    public Task A_misspelt_language_is_told_and_fixed(string written, string meant)
    {
        const string source = """
            class C
            {
                // lang=NAME
                const string Text = TEXT;
                // lang=json and language: regex
                const string Other = "{}";
            }
            """;
        return Verify.Fix<Test, Analyzers.CodeFixes.LanguageCommentCodeFixProvider>(With("{|MTASTS4004:" + written + "|}"), With(meant));

        string With(string name) => source.Replace("NAME", name, StringComparison.Ordinal)
            .Replace("TEXT", meant switch { "mta-sts-policy" => "\"version: STSv1\\nmode: none\\nmax_age: 86400\\n\"", "mta-sts-record" => "\"v=STSv1; id=1;\"", _ => "\"v=TLSRPTv1; rua=mailto:a@example.com\"" }, StringComparison.Ordinal);
    }

    [Fact]
    public Task Comment_and_parser_together_report_once() => In("""
        object M()
        {
            // lang=mta-sts-record
            return MtaStsRecord.Parse(/* lang=mta-sts-record */ "v=STSv1; id={|MTASTS2006:a-b|};");
        }
        """);

    [Fact]
    public Task Octets_params_indexers_receivers_and_properties() => In("""
        string this[[StringSyntax("MtaStsRecord")] string text] => text;
        void All(int n, [StringSyntax("MtaStsRecord")] params string[] texts) { }
        static string Bad { get; } = "v=STSv1; id={|MTASTS2006:a+b|};";
        void M()
        {
            MtaStsPolicy.TryParse("version: STSv1\nmode: {|MTASTS1021:Enforce|}\nmx: a.example\nmax_age: 604800\n"u8, out var policy, out var findings);
            All(1, "v=STSv1; id={|MTASTS2006:a-b|};", "v=STSv1; id=a;", "v=STSv1; id={|MTASTS2006:a.b|};");
            All(1, new[] { "v=STSv1; id=a;" });
            _ = this["v=STSv1; id={|MTASTS2006:a_b|};"];
            MtaStsRecord.Parse(Bad);
            "v=STSv1; id={|MTASTS2006:a*b|};".Check(1);
        }
        """);

    [Theory]
    [InlineData("MtaStsPolicy", "v=STSv1; id=1;")]
    [InlineData("MtaStsRecord", "version: STSv1\\nmode: none\\nmax_age: 60\\n")]
    [InlineData("TlsRptRecord", "v=STSv1; id=1;")]
    public Task Text_for_another_parser(string type, string text) => In($$"""
        object M() => {{type}}.Parse({|MTASTS3008:"{{text}}"|});
        """);

    [Fact]
    public Task Thresholds_come_from_the_editorconfig_of_the_file() => In("""
        object M() => MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmx: a.example\nmax_age: {|MTASTS1034:604800|}\n");
        """, "mtasts.min_enforce_max_age = 14d");

    [Fact]
    public Task Threshold_for_none() => In("""
        object M() => MtaStsPolicy.Parse("version: STSv1\nmode: none\nmax_age: {|MTASTS1036:3600|}\n");
        """, "mtasts.max_none_max_age = 0.00:30:00");

    [Theory]
    [InlineData("31557600", 31_557_600L)]
    [InlineData("31557601", null)]
    [InlineData("2w", 1_209_600L)]
    [InlineData("soon", null)]
    public void A_threshold_is_a_duration_that_a_max_age_can_have(string text, long? seconds) =>
        Assert.Equal(seconds, (long?)Thresholds.Parse(text)?.TotalSeconds);
}
