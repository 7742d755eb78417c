using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Texts that tests want to be bad, and defaults that say "not set yet".</summary>
public sealed class ExpectedFailureTests
{
    private const string Bad = "\"v=STSv1; id=a-b;\"";

    private const string Frameworks = """
        using System; using System.Diagnostics.CodeAnalysis; using MtaStsTools;
        static class Assert { public static void Throws<T>(Action a) { } public static void Throws<T>(Func<object> a) { } public static void ThrowsException<T>(Action a) { } public static void Catch(Action a) { } public static void False(bool b) { } public static void IsFalse(bool b) { } public static void True(bool b) { } public static void That(object a, object b) { } public static void Equal(object a, object b) { } }
        static class Record { public static Exception? Exception(Func<object> a) => null; }
        static class Is { public static object False => 1; public static object True => 1; }
        static class Throws { public static object Exception => 1; }
        class Should_ { public void Throw<T>() { } public void BeFalse() { } public void BeTrue() { } public void NotThrow() { } }
        static class Fluent { public static Should_ Should(this object a) => new(); public static void ShouldBeFalse(this bool b) { } public static void ShouldThrow<T>(this Action a) { } public static Func<object> Invoking(Func<object> a) => a; }
        static class Should { public static void Throw<T>(Action a) { } }
        """;

    [Theory]
    [InlineData("Assert.Throws<FormatException>(() => MtaStsRecord.Parse(T));")]
    [InlineData("Assert.ThrowsException<FormatException>(() => MtaStsRecord.Parse(T));")]
    [InlineData("Assert.Catch(() => MtaStsRecord.Parse(T));")]
    [InlineData("_ = Record.Exception(() => MtaStsRecord.Parse(T));")]
    [InlineData("Assert.False(MtaStsRecord.TryParse(T, out _, out _));")]
    [InlineData("Assert.IsFalse(MtaStsRecord.TryParse(T, out _, out _));")]
    [InlineData("Assert.That(MtaStsRecord.TryParse(T, out _, out _), Is.False);")]
    [InlineData("Assert.That(() => MtaStsRecord.Parse(T), Throws.Exception);")]
    [InlineData("MtaStsRecord.TryParse(T, out _, out _).Should().BeFalse();")]
    [InlineData("MtaStsRecord.TryParse(T, out _, out _).ShouldBeFalse();")]
    [InlineData("Action act = () => MtaStsRecord.Parse(T); act.Should().Throw<FormatException>();")]
    [InlineData("Action act = () => MtaStsRecord.Parse(T); act.ShouldThrow<FormatException>();")]
    [InlineData("Fluent.Invoking(() => MtaStsRecord.Parse(T)).Should().Throw<FormatException>();")]
    [InlineData("Should.Throw<FormatException>(() => MtaStsRecord.Parse(T));")]
    [InlineData("MtaStsRecord.TryParse(T, out _, out _);")]
    [InlineData("_ = MtaStsRecord.TryParse(T, out _, out _);")]
    [InlineData("if (!MtaStsRecord.TryParse(T, out _, out _)) return;")]
    [InlineData("if (MtaStsRecord.TryParse(T, out _, out _) is false) return;")]
    [InlineData("if (MtaStsRecord.TryParse(T, out _, out _) == false) return;")]
    public Task A_text_that_is_wanted_to_be_bad_is_a_suggestion(string statements) => Severity(statements, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("MtaStsRecord.Parse(T);")]
    [InlineData("Assert.Equal(1, MtaStsRecord.Parse(T));")]
    [InlineData("Assert.True(MtaStsRecord.TryParse(T, out _, out _));")]
    [InlineData("Assert.That(MtaStsRecord.TryParse(T, out _, out _), Is.True);")]
    [InlineData("Action act = () => MtaStsRecord.Parse(T); act.Should().NotThrow();")]
    [InlineData("if (MtaStsRecord.TryParse(T, out var record, out _)) Assert.Equal(1, record);")]
    public Task Any_other_is_a_warning(string statements) => Severity(statements, DiagnosticSeverity.Warning);

    private static async Task Severity(string statements, DiagnosticSeverity expected)
    {
        using var workbench = new Workbench();
        var found = await Workbench.DiagnoseAsync(workbench.Open(Frameworks + "\nclass C { void M() { " + statements.Replace("T)", Bad + ")", StringComparison.Ordinal).Replace("(T,", "(" + Bad + ",", StringComparison.Ordinal) + " } }"));
        Assert.Equal(("MTASTS2006", expected), (Assert.Single(found).Id, found[0].Severity));
    }

    [Fact]
    public async Task An_empty_default_is_not_set_yet()
    {
        using var workbench = new Workbench();
        const string source = """
            using System.Diagnostics.CodeAnalysis; using MtaStsTools;
            class C
            {
                [StringSyntax("MtaStsRecord")] public string Property { get; set; } = "";
                [StringSyntax("MtaStsPolicy")] private string _field = "";
                void Take([StringSyntax("MtaStsDomainName")] string domain = "") => _field = Property;
            }
            """;
        Assert.Empty(await Workbench.DiagnoseAsync(workbench.Open(source)));
    }
}
