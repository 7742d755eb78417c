using System.Globalization;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Every fix is written in the way of the literal that it stands in, and leaves nothing of its kind behind.</summary>
public sealed class TextFixTests
{
    private static Task Fix(string before, string after, int? iterations = null) =>
        Verify.Fix<TextAnalyzer, TextCodeFixProvider>(Class(before), Class(after), editorConfig: null, iterations, iterations is null ? null : 1);

    private static string Class(string body) => $$"""
        using MtaStsTools;

        class C
        {
            {{body}}
        }
        """;

    private static Task Policy(string before, string after, int? iterations = null) =>
        Fix($"""object M() => MtaStsPolicy.Parse({before});""", $"""object M() => MtaStsPolicy.Parse({after});""", iterations);

    [Theory]
    [InlineData("""mode: {|MTASTS1021:Enforce|}""", "mode: enforce")]
    [InlineData("""mode: {|MTASTS1022:report|}""", "mode: testing")]
    [InlineData("""mode{|MTASTS1008: |}: enforce""", "mode: enforce")]
    [InlineData("""mode{|MTASTS1009:=|}enforce""", "mode: enforce")]
    [InlineData("""{|MTASTS1007:  |}mode: enforce""", "mode: enforce")]
    public Task Mode_lines(string before, string after) => Policy(
        $"\"version: STSv1\\n{before}\\nmx: a.example\\nmax_age: 604800\\n\"", $"\"version: STSv1\\n{after}\\nmx: a.example\\nmax_age: 604800\\n\"");

    [Theory]
    [InlineData("{|MTASTS1032:99999999|}", "31557600")]
    [InlineData("{|MTASTS1031:7d|}", "604800")]
    [InlineData("{|MTASTS1035:60|}", "604800")]
    [InlineData("{|MTASTS1034:86400|}", "604800")]
    [InlineData("{|MTASTS1033:0|}", "604800")]
    public Task Lifetimes(string before, string after) => Policy(
        $"\"version: STSv1\\nmode: enforce\\nmx: a.example\\nmax_age: {before}\\n\"", $"\"version: STSv1\\nmode: enforce\\nmx: a.example\\nmax_age: {after}\\n\"");

    [Theory]
    [InlineData("a.example{|MTASTS1049:.|}", "a.example")]
    [InlineData("{|MTASTS1043:bücher.example|}", "xn--bcher-kva.example")]
    [InlineData("{|MTASTS1043:b\\u00FCcher.example|}", "xn--bcher-kva.example")]
    [InlineData("a.example{|MTASTS1046::25|}", "a.example")]
    public Task Patterns(string before, string after) => Policy(
        $"\"version: STSv1\\nmode: enforce\\nmx: {before}\\nmax_age: 604800\\n\"", $"\"version: STSv1\\nmode: enforce\\nmx: {after}\\nmax_age: 604800\\n\"");

    [Fact]
    public Task A_missing_version() => Policy(
        "{|MTASTS1010:\"mode: none\\nmax_age: 86400\\n\"|}", "\"version: STSv1\\nmode: none\\nmax_age: 86400\\n\"");

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    public Task A_policy_on_one_line_becomes_lines_and_a_raw_literal_of_one_line_a_regular_one(string quotes) => Policy(
        $"{{|MTASTS1003:{quotes}version: STSv1; mode: enforce; mx: a.example; max_age: 604800{quotes}|}}",
        "\"version: STSv1\\r\\nmode: enforce\\r\\nmx: a.example\\r\\nmax_age: 604800\"");

    [Fact]
    public Task A_verbatim_literal_keeps_its_quotes() => Policy(
        "@\"version: STSv1\nmode: {|MTASTS1021:\"\"enforce\"\"|}\nmx: a.example\nmax_age: 604800\n\"",
        "@\"version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n\"");

    [Fact]
    public Task A_raw_literal_keeps_its_indentation() => Fix(
        """"
        object M() => MtaStsPolicy.Parse("""
                version: STSv1
                mode: enforce
                {|MTASTS1060:mode: testing|}
                mx: a.example
                max_age: 604800
                """);
        """",
        """"
        object M() => MtaStsPolicy.Parse("""
                version: STSv1
                mode: enforce
                mx: a.example
                max_age: 604800
                """);
        """");

    [Fact]
    public Task A_line_put_into_a_raw_literal_is_indented() => Fix(
        """"
        object M() => MtaStsPolicy.Parse({|MTASTS1010:"""
                mode: none
                max_age: 86400
                """|});
        """",
        """"
        object M() => MtaStsPolicy.Parse("""
                version: STSv1
                mode: none
                max_age: 86400
                """);
        """");

    [Fact]
    public Task A_mend_across_a_concatenation_keeps_its_comments() => Policy(
        """
        "version: STSv1\nmode: {|MTASTS1021:Enf" + // first
            "orce|}\nmx: a.example\nmax_age: 604800\n"
        """,
        """
        "version: STSv1\nmode: enforce" + // first
            "\nmx: a.example\nmax_age: 604800\n"
        """);

    [Fact]
    public Task A_constant_is_fixed_where_it_is_defined() => Fix(
        "const string Text = \"v=STSv1; id={|MTASTS2006:a-b|};\"; object M() => MtaStsRecord.Parse(Text);",
        "const string Text = \"v=STSv1; id=ab;\"; object M() => MtaStsRecord.Parse(Text);");

    [Fact]
    public Task What_is_wrong_inside_a_constant_is_fixed_inside_it_and_at_all_its_uses() => Fix(
        "const string Host = \"a.example{|MTASTS1049:.|}\"; object M() => MtaStsPolicy.Parse($\"version: STSv1\\nmode: enforce\\nmx: {Host}\\nmax_age: 604800\\n\");",
        "const string Host = \"a.example\"; object M() => MtaStsPolicy.Parse($\"version: STSv1\\nmode: enforce\\nmx: {Host}\\nmax_age: 604800\\n\");");

    [Theory]
    [InlineData("{|MTASTS1059:a.example|}", "$\"version: STSv1\\nmode: enforce\\nmx: {Host}\\nmx: {Host}\\nmax_age: 604800\\n\"")]
    [InlineData("a.example", "{|MTASTS1030:$\"version: STSv1\\nmode: enforce\\nmx: {Host}\"|}")]
    [InlineData("a.example", "{|MTASTS1030:\"version: STSv1\\nmode: enforce\\nmx: \" + Host|}")]
    public Task A_constant_of_its_own_gets_and_loses_nothing_for_what_stands_beside_it(string host, string text)
    {
        var source = $"const string Host = \"{host}\"; object M() => MtaStsPolicy.Parse({text});";
        return Fix(source, source);
    }

    [Fact]
    public Task A_line_is_put_in_before_a_constant_of_its_own() => Fix(
        "const string Rest = \"mx: a.example\\nmax_age: 604800\\n\"; object M() => MtaStsPolicy.Parse({|MTASTS1020:\"version: STSv1\\n\" + Rest|});",
        "const string Rest = \"mx: a.example\\nmax_age: 604800\\n\"; object M() => MtaStsPolicy.Parse(\"version: STSv1\\nmode: testing\\n\" + Rest);");

    [Fact]
    public Task All_repeated_lines_go_at_once() => Policy(
        "\"version: STSv1\\nmode: enforce\\n{|MTASTS1060:mode: testing|}\\n{|MTASTS1060:mode: none|}\\nmx: a.example\\nmax_age: 604800\\n\"",
        "\"version: STSv1\\nmode: enforce\\nmx: a.example\\nmax_age: 604800\\n\"",
        iterations: 2);

    [Theory]
    [InlineData("object M() => {0}.Parse({{|MTASTS3008:\"v=STSv1; id=1;\"|}});", "object M() => MtaStsRecord.Parse(\"v=STSv1; id=1;\");")]
    [InlineData("bool M() => {0}.TryParse(/* it */ {{|MTASTS3008:\"v=STSv1; id=1;\"|}}, out var value, out _);", "bool M() => MtaStsRecord.TryParse(/* it */ \"v=STSv1; id=1;\", out var value, out _);")]
    [InlineData("{0} M() => {0}.Parse({{|MTASTS3008:\"v=STSv1; id=1;\"|}});", null)]
    [InlineData("bool M() => {0}.TryParse({{|MTASTS3008:\"v=STSv1; id=1;\"|}}, out {0}? value, out _);", null)]
    [InlineData("const string Text = {{|MTASTS3008:\"v=STSv1; id=1;\"|}}; object M() => {0}.Parse(Text);", null)]
    public Task Another_parser_is_called_where_the_code_around_it_can_use_what_it_returns(string before, string? after)
    {
        var source = string.Format(CultureInfo.InvariantCulture, before, "MtaStsPolicy");
        return Verify.Fix<TextAnalyzer, ParserCodeFixProvider>(Class(source), Class(after ?? source));
    }

    [Theory]
    [InlineData("""mx: a.example\n{|MTASTS1005:what is this|}""")]
    [InlineData("""mx: {|MTASTS1041:*|}""")]
    [InlineData("""mx: mail{|MTASTS1044:_|}1.example""")]
    public Task Nothing_is_offered_where_nothing_is_certain(string line)
    {
        var source = $"\"version: STSv1\\nmode: enforce\\n{line}\\nmax_age: 604800\\n\"";
        return Policy(source, source);
    }
}
