using MtaStsTools.Analyzers.Texts;
using Test = MtaStsTools.Analyzers.Texts.TextAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>The squiggle covers the exact characters, however the string is written.</summary>
public sealed class LiteralKindTests
{
    private static Task In(string body) => Verify.Analyzer<Test>($$"""
        using System;
        using System.Diagnostics.CodeAnalysis;
        using MtaStsTools;

        class C
        {
            {{body}}
        }
        """);

    [Fact]
    public Task Regular_with_escapes() => In("""
        object M() => MtaStsPolicy.Parse("version: STSv1\r\nmode: {|MTASTS1021:\u0045nforce|}\r\nmx: a.example\r\nmax_age: 604800\r\n");
        """);

    [Fact]
    public Task Verbatim() => In("""
        object M() => MtaStsPolicy.Parse(@"version: STSv1
        mode: {|MTASTS1021:""enforce""|}
        mx: a.example
        max_age: 604800
        ");
        """);

    [Fact]
    public Task Raw_of_several_lines_without_its_indentation() => In(""""
        object M() => MtaStsPolicy.Parse("""
            version: STSv1
            mode: enforce
            mx: a.example
            max_age: {|MTASTS1035:60|}
            """);
        """");

    [Fact]
    public Task Raw_of_one_line() => In(""""
        object M() => MtaStsRecord.Parse("""v=STSv1; id={|MTASTS2006:a-b|};""");
        """");

    [Fact]
    public Task Concatenation_over_lines() => In("""
        object M() => MtaStsPolicy.Parse(
            "version: STSv1\n" +
            "mode: {|MTASTS1021:Enf" + "orce|}\n" +
            ("mx: a.example\n" + "max_age: 604800\n"));
        """);

    [Fact]
    public Task Constant_of_the_class() => In("""
        private const string Text = "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: {|MTASTS1035:60|}\n";
        object M() => MtaStsPolicy.Parse(Text);
        """);

    [Fact]
    public Task A_constant_that_is_used_twice_is_reported_once() => In("""
        private const string Text = "v=STSv1; id={|MTASTS2006:a-b|};";
        object M() => MtaStsRecord.Parse(Text);
        object N() => MtaStsRecord.Parse(Text);
        """);

    [Fact]
    public Task Constant_inside_an_interpolation() => In("""
        private const string Host = "{|MTASTS1044:_|}a.example";
        object M() => MtaStsPolicy.Parse($"version: STSv1\nmode: {|MTASTS1021:Enforce|}\nmx: {Host}\nmax_age: 604800\n");
        """);

    [Fact]
    public Task Interpolated_raw_of_several_lines() => In(""""
        private const string Host = "a.example";
        object M() => MtaStsPolicy.Parse($"""
            version: STSv1
            mode: {|MTASTS1021:Enforce|}
            mx: {Host}
            max_age: {|MTASTS1031:7 d|}
            """);
        """");

    [Fact]
    public Task Name_of_something_as_a_whole() => In("""
        private const int Enforce = 0;
        object M() => MtaStsPolicy.Parse("version: STSv1\nmode: " + {|MTASTS1021:nameof(Enforce)|} + "\nmx: a.example\nmax_age: 604800\n");
        """);

    [Fact]
    public Task Local_that_never_changes() => In("""
        object M()
        {
            var text = "v=STSv1; id={|MTASTS2006:a-b|};";
            return MtaStsRecord.Parse(text);
        }
        """);

    [Fact]
    public Task A_local_that_changes_is_not_known() => In("""
        object M(bool b)
        {
            var text = "v=STSv1; id=a-b;";
            if (b)
                text = "v=STSv1; id=a;";
            return MtaStsRecord.Parse(text);
        }
        """);

    [Fact]
    public Task Static_readonly_field() => In("""
        private static readonly string Text = "v=STSv1; id={|MTASTS2006:a-b|};";
        object M() => MtaStsRecord.Parse(Text);
        """);

    [Fact]
    public Task Utf8() => In("""
        static object? F([StringSyntax("MtaStsRecord")] ReadOnlySpan<byte> text) => null;
        object? M() => F("v=STSv1; "u8 + "id={|MTASTS2006:ä|};"u8);
        """);

    [Fact]
    public Task Span_of_a_string() => In("""
        object M() => MtaStsPolicy.Validate("version: STSv1\nmode: none\nmax_age: {|MTASTS1031:7 d|}\n".AsSpan());
        """);

    [Fact]
    public Task Missing_fields_mark_the_whole_literal() => In("""
        object M() => MtaStsPolicy.Parse({|MTASTS1020:"version: STSv1\nmax_age: 604800\n"|});
        """);
}
