using MtaStsTools.Analyzers.CodeFixes;
using Test = MtaStsTools.Analyzers.Texts.TextAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Texts that another file of the project holds are read and reported there, once however many use them.</summary>
public sealed class OtherFileTests
{
    private const string Uses = """
        using System;
        using MtaStsTools;

        class C
        {
            object M() => MtaStsRecord.Parse(Held.Text);
            object N() => MtaStsRecord.Parse(Held.Text);
        }
        """;

    private static string Holder(string member) => $$"""
        using System;

        static class Held
        {
            {{member}}
        }
        """;

    [Theory]
    [InlineData("""public const string Text = "v=STSv1; id={|MTASTS2006:a-b|};";""")]
    [InlineData("""public static readonly string Text = "v=STSv1; id={|MTASTS2006:a-b|};";""")]
    [InlineData("""public static readonly string Text = "v=STSv1; " + ("id={|MTASTS2006:a-b|};");""")]
    [InlineData("""const string Id = "{|MTASTS2006:a-b|}"; public static readonly string Text = $"v=STSv1; id={Id};";""")]
    [InlineData("""public static string Text => "v=STSv1; id={|MTASTS2006:a-b|};";""")]
    [InlineData("""public static string Text { get; } = "v=STSv1; id={|MTASTS2006:a-b|};";""")]
    public Task A_text_is_reported_where_it_is_held(string member) => Verify.Analyzer<Test>(Uses, editorConfig: null, Holder(member));

    [Theory]
    [InlineData("""public static string Text = "v=STSv1; id=a-b;";""")]
    [InlineData("""public static string Text { get; set; } = "v=STSv1; id=a-b;";""")]
    [InlineData("""public static readonly string Text = "v=STSv1; id=a-b;"; static Held() => Text = "v=STSv1; id=a;";""")]
    [InlineData("""public static readonly string Text = Other; public static readonly string Other = Text;""")]
    public Task A_text_that_may_be_another_is_not_judged(string member) => Verify.Analyzer<Test>(Uses, editorConfig: null, Holder(member));

    [Fact]
    public Task Octets_are_read_where_they_are_held() => Verify.Analyzer<Test>(
        Uses.Replace("MtaStsRecord.Parse(Held.Text)", "MtaStsPolicy.TryParse(Held.Text, out _, out _)", StringComparison.Ordinal).Replace("object M", "bool M", StringComparison.Ordinal).Replace("object N", "bool N", StringComparison.Ordinal),
        editorConfig: null,
        Holder("""public static ReadOnlySpan<byte> Text => "version: STSv1\nmode: {|MTASTS1021:Enforce|}\nmx: a.example\nmax_age: 604800\n"u8;"""));

    [Fact]
    public Task A_text_with_holes_is_known_as_far_as_another_file_holds_it() => Verify.Analyzer<Test>(
        """
        using MtaStsTools;

        class C
        {
            object M(string host) => MtaStsPolicy.Parse({|MTASTS1022:Held.Text + host + "\nmax_age: 604800\n"|});
        }
        """,
        editorConfig: null,
        Holder("""public static readonly string Text = "version: STSv1\nmode: enforced\nmx: ";"""));

    [Theory]
    [InlineData("const")]
    [InlineData("static readonly")]
    public Task A_text_is_fixed_where_it_is_held(string modifiers) => Verify.Fix<Test, TextCodeFixProvider>(
        [Uses, Holder($$"""public {{modifiers}} string Text = "v=STSv1; id={|MTASTS2006:a-b|};";""")],
        [Uses, Holder($"""public {modifiers} string Text = "v=STSv1; id=ab;";""")]);
}
