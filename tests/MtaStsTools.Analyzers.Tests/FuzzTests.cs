using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Files;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>Sources that are being typed are broken in every way; none makes an analyzer throw.</summary>
public sealed class FuzzTests
{
    private const string Odd = "\"\\{}$@+;:=()[]\n\r\0\uFEFF\uD800xu";

    private const string Seed = """"
        using System; using System.Diagnostics.CodeAnalysis; using System.Collections.Generic; using MtaStsTools;
        class C
        {
            const string Host = "mail.example.com";
            static readonly TimeSpan Week = TimeSpan.FromDays(7);
            [StringSyntax("MtaStsRecord")] string Record { get; set; } = "v=STSv1; id=a-b;";
            object A() => MtaStsPolicy.Parse("version: STSv1\r\nmode: Enforce\nmx: b\u00FCcher.example.\nmax_age: 60\n");
            object B() => MtaStsPolicy.Parse(@"version: STSv1; mode: ""enforce""; max_age: 7d");
            object D() => MtaStsPolicy.Parse($"""
                version: STSv1
                mode: report
                mx: {Host}
                mx: *.{Host}

                max_age: 99999999999
                """);
            object E() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromMilliseconds(604800) * 2 + Week, Mx = ["*", Host + "."] };
            object F(MtaStsPolicy p) => p with { MaxAge = new TimeSpan(604800), Mx = [] };
            void G([StringSyntax("TlsRptRecord")] ReadOnlySpan<byte> text) { G("v=TLSRPTv1; rua=ftp://a"u8); }
            object H() { /* lang=mta-sts-policy file=mta-sts.txt */ var t = "mode: none\nmax_age: 0"; return t; }
            object I() => new MtaStsRecord { Id = "a-b" } with { Id = nameof(Host) + "_" };
        }
        """";

    private const string PolicyFile = "version: STSv1\r\nmode: Enforce\nmx: *.example.com.\n\nmx = b\u00FCcher.example\nmax age: 7d\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_mutation_of_a_source_makes_an_analyzer_or_a_fix_throw(int seed)
    {
        var random = new Random(seed);
        var fixes = 0;
        for (var round = 0; round < 75; round++)
        {
            using var workbench = new Workbench();
            var source = Mutate(Seed, random);
            var document = workbench.Open(source).Documents.Single();
            var file = document.Project.AddAdditionalDocument("mta-sts.txt", Mutate(PolicyFile, random), filePath: "/0/mta-sts.txt");
            var diagnostics = await Workbench.AnalyzeAsync(file.Project);
            Assert.True(diagnostics.All(diagnostic => diagnostic.Id != "AD0001"), source + "\n" + string.Join("\n", diagnostics.Where(diagnostic => diagnostic.Id == "AD0001")));
            foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Location.IsInSource))
                fixes += await Workbench.FixAsync(file.Project.GetDocument(document.Id)!, diagnostic) is null ? 0 : 1;
            await Workbench.FixAllAsync(file.Project, new PolicyFileAnalyzer(), new PolicyFileCodeFixProvider(), FixAllScope.Project);
        }

        Assert.True(fixes > 100, $"{fixes} fixes");
    }

    [Fact]
    public async Task The_seed_itself_has_findings_of_every_category()
    {
        using var workbench = new Workbench();
        var diagnostics = await Workbench.DiagnoseAsync(workbench.Open(Seed));
        Assert.Equal(["MtaSts.File", "MtaSts.Policy", "MtaSts.Record", "MtaSts.Usage"], diagnostics.Select(diagnostic => diagnostic.Descriptor.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string Mutate(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 2:
                    text.Insert(at, source.AsSpan(random.Next(source.Length - 20), random.Next(1, 20)));
                    break;
                default:
                    text[at] = (char)random.Next(1, 0x180);
                    break;
            }
        }

        return text.ToString();
    }
}
