using MtaStsTools.Analyzers.Texts;
using Test = MtaStsTools.Analyzers.Texts.TextAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Texts of which parts are known when the program runs: what is certain around the holes is assessed, and nothing else.</summary>
public sealed class PartialTextTests
{
    private static Task In(string expression) => Verify.Analyzer<Test>($$"""
        using System;
        using System.Linq;
        using System.Text;
        using MtaStsTools;

        class C
        {
            object M(string host, string[] hosts, int age, string mode) => MtaStsPolicy.Parse({{expression}});
        }
        """);

    [Theory]
    [InlineData("""$"version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: {host}\nmax_age: 604800\n" """)]
    [InlineData("""$"version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: {host}\nmax_age: {age}\n" """)]
    [InlineData(""" "version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: " + host + "\nmax_age: 604800\n" """)]
    [InlineData(""" "version: STSv1\n" + "mode: {|MTASTS1022:enforced|}" + Environment.NewLine + "mx: " + host """)]
    [InlineData("""string.Concat("version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: ", host, "\n")""")]
    [InlineData("""string.Join("\n", "version: STSv1", "mode: {|MTASTS1022:enforced|}", "mx: " + host, "max_age: 604800")""")]
    [InlineData("""string.Join("\r\n", new[] { "version: STSv1", "mode: {|MTASTS1022:enforced|}", $"mx: {host}" })""")]
    [InlineData("""string.Format("version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: {0}\nmax_age: {1}\n", host, age)""")]
    [InlineData("""new StringBuilder().AppendLine("version: STSv1").AppendLine("mode: {|MTASTS1022:enforced|}").Append("mx: ").AppendLine(host).ToString()""")]
    [InlineData("""$"version: STSv1\nmode: {mode}\nmx: {|MTASTS1041:*|}\nmax_age: {age}\n" """)]
    [InlineData("""$"version: STSv1\nmode: enforce\nmax_age: {|MTASTS1035:60|}\nmx: {host}\n" """)]
    [InlineData("""$"version: STSv1\nmode: enforce\nmx: {host}\nmax_age: 60\n" """)]
    [InlineData("""$"version: STSv1\nmode: {mode}\nmx: {host}.example.com.\nmax_age: {age}\n" """)]
    [InlineData("""$"version: STSv1\nmode: enforce\nmx: *{host}\nmax_age: 604800\n" """)]
    [InlineData("""string.Join("\n", hosts.Select(item => "mx: " + item))""")]
    [InlineData("""new StringBuilder("version: STSv1\n").AppendFormat("mode: enforced\n{0}", host).ToString()""")]
    [InlineData("""$"{host}mode: enforced\n" """)]
    public Task What_is_certain_is_said(string expression) => In(expression);
}
