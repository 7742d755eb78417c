using Microsoft.CodeAnalysis.CodeFixes;
using MtaStsTools.Analyzers.Api;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>Fixes of the typed form.</summary>
public sealed class ApiFixTests
{
    private static string Class(string age, string mode = "Enforce") => $$"""
        using System;
        using MtaStsTools;

        class C
        {
            object M(MxPattern[] mx) => new MtaStsPolicy { Mode = MtaStsMode.{{mode}}, MaxAge = /* how long */ {{age}}, Mx = mx };
        }
        """;

    [Theory]
    [InlineData("{|MTASTS3004:TimeSpan.FromMilliseconds(604800)|}", "TimeSpan.FromDays(7)")]
    [InlineData("{|MTASTS3004:new TimeSpan(1209600)|}", "TimeSpan.FromDays(14)")]
    [InlineData("{|MTASTS3003:TimeSpan.FromDays(1000)|}", "TimeSpan.FromDays(365)")]
    [InlineData("{|MTASTS3001:TimeSpan.FromHours(1)|}", "TimeSpan.FromDays(7)")]
    [InlineData("{|MTASTS3010:TimeSpan.Zero|}", "TimeSpan.FromDays(7)")]
    public Task Lifetimes_become_days(string before, string after) =>
        Verify.Fix<ApiUseAnalyzer, MaxAgeCodeFixProvider>(Class(before), Class(after));

    /// <summary>A name that only the policy uses is changed where it is defined; one that something else uses keeps its value there.</summary>
    [Theory]
    [InlineData("", "TimeSpan.FromDays(7)", "Age")]
    [InlineData("TimeSpan Other => Age;", "TimeSpan.FromHours(1)", "TimeSpan.FromDays(7)")]
    public Task A_lifetime_by_name_is_changed_where_nothing_else_uses_it(string other, string definition, string use)
    {
        const string source = """
            using System;
            using MtaStsTools;

            class C
            {
                private static readonly TimeSpan Age = DEFINITION;
                OTHER
                object M(MxPattern[] mx) => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = USE, Mx = mx };
            }
            """;
        return Verify.Fix<ApiUseAnalyzer, MaxAgeCodeFixProvider>(With("TimeSpan.FromHours(1)", "{|MTASTS3001:Age|}"), With(definition, use));

        string With(string age, string written) => source.Replace("DEFINITION", age, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal).Replace("USE", written, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_long_lifetime_with_none_becomes_a_day() =>
        Verify.Fix<ApiUseAnalyzer, MaxAgeCodeFixProvider>(Class("{|MTASTS3002:TimeSpan.FromDays(30)|}", "None"), Class("TimeSpan.FromDays(1)", "None"));

    [Theory]
    [InlineData("""MxPattern.Parse("mail.example.com{|MTASTS3006:.|}")""", """MxPattern.Parse("mail.example.com")""")]
    [InlineData("""new MtaStsRecord { Id = {|MTASTS3007:"2026-01-31"|} }""", """new MtaStsRecord { Id = "20260131" }""")]
    public Task Patterns_and_ids(string before, string after) =>
        Verify.Fix<ApiUseAnalyzer, TextCodeFixProvider>(Member(before), Member(after));

    /// <summary><c>dotnet format</c> takes the key of whatever finding comes first, which may be another rule's and have none.</summary>
    [Fact]
    public async Task All_are_mended_at_once_whatever_key_the_first_one_has()
    {
        const string source = """
            using System;
            using MtaStsTools;

            class C
            {
                object[] M(MxPattern[] mx) =>
                [
                    new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromMilliseconds(604800), Mx = mx },
                    new MtaStsPolicy { Mode = MtaStsMode.None, MaxAge = TimeSpan.FromDays(30) },
                    MtaStsPolicy.Parse("v=STSv1; id=1;"),
                    MtaStsPolicy.Parse("v=TLSRPTv1; rua=mailto:a@example.com"),
                ];
            }
            """;
        using var workbench = new Workbench();
        var project = workbench.Open(source);

        project = (await Workbench.FixAllAsync(project, new ApiUseAnalyzer(), new MaxAgeCodeFixProvider(), FixAllScope.Solution)).GetProject(project.Id)!;
        project = (await Workbench.FixAllAsync(project, new TextAnalyzer(), new ParserCodeFixProvider(), FixAllScope.Solution)).GetProject(project.Id)!;

        var corrected = source.Replace("FromMilliseconds(604800)", "FromDays(7)", StringComparison.Ordinal).Replace("FromDays(30)", "FromDays(1)", StringComparison.Ordinal)
            .Replace("MtaStsPolicy.Parse(\"v=STS", "MtaStsRecord.Parse(\"v=STS", StringComparison.Ordinal).Replace("MtaStsPolicy.Parse(\"v=TLS", "TlsRptRecord.Parse(\"v=TLS", StringComparison.Ordinal);
        Assert.Equal(corrected, (await project.Documents.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    private static string Member(string value) => $$"""
        using MtaStsTools;

        class C
        {
            object M() => {{value}};
        }
        """;
}
