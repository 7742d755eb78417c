using MtaStsTools.Analyzers.Api;
using Test = MtaStsTools.Analyzers.Api.ApiUseAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>Mode, lifetime and patterns of the typed form.</summary>
public sealed class PolicyUseTests
{
    private static Task In(string body, string? config = null) => Verify.Analyzer<Test>($$"""
        using System;
        using System.Collections.Generic;
        using MtaStsTools;

        class C
        {
            private const int Seconds = 3600;
            private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
            private static TimeSpan Property { get; } = TimeSpan.FromHours(2);
            private static TimeSpan Arrow => Hour + Hour;
            private static readonly MtaStsMode Mode = MtaStsMode.Enforce;
            private static readonly MxPattern[] Hosts = new MxPattern[] { "mail.example.com" };

            {{body}}
        }

        static class Extensions { public static void Set(this ref TimeSpan time) => time = TimeSpan.FromDays(7); }
        """, config, Elsewhere);

    private const string Elsewhere = """
        using System;
        static class Elsewhere
        {
            private static readonly TimeSpan Part = TimeSpan.FromHours(3);
            public static readonly TimeSpan Age = TimeSpan.FromHours(1);
            public static readonly TimeSpan Sum = Part + Age;
            public static TimeSpan Changing { get; set; } = TimeSpan.FromHours(1);
            public static readonly TimeSpan Unsure = DateTime.Now.Ticks > 0 ? Part : TimeSpan.FromDays(7);
        }
        """;

    private static Task Age(string age, string mode = "Enforce") => In($$"""
        object M() => new MtaStsPolicy { Mode = MtaStsMode.{{mode}}, MaxAge = {{age}}, Mx = Hosts };
        """);

    [Fact]
    public Task A_good_policy_is_silent() => In("""
        object M() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com", "*.example.net"] };
        """);

    [Theory]
    [InlineData("{|MTASTS3001:TimeSpan.FromHours(1)|}")]
    [InlineData("{|MTASTS3001:TimeSpan.FromSeconds(Seconds * 2)|}")]
    [InlineData("{|MTASTS3001:new TimeSpan(6, 23, 0, 0)|}")]
    [InlineData("{|MTASTS3001:TimeSpan.FromDays(3) + TimeSpan.FromDays(3)|}")]
    [InlineData("{|MTASTS3001:2 * TimeSpan.FromDays(1)|}")]
    [InlineData("{|MTASTS3001:Hour|}")]
    [InlineData("{|MTASTS3001:Hour.Add(Hour)|}")]
    [InlineData("{|MTASTS3001:TimeSpan.FromDays(1).Multiply(2)|}")]
    [InlineData("TimeSpan.FromDays(7)")]
    [InlineData("TimeSpan.FromSeconds(604800)")]
    [InlineData("{|MTASTS3004:TimeSpan.FromMinutes(86400)|}")]
    [InlineData("TimeSpan.FromMinutes(20160)")]
    [InlineData("{|MTASTS3001:TimeSpan.Parse(\"1.00:00:00\")|}")]
    [InlineData("TimeSpan.Parse(\"7\")")]
    [InlineData("TimeSpan.Parse(\"1,5\")")]
    [InlineData("{|MTASTS3001:Property|}")]
    [InlineData("{|MTASTS3001:Arrow|}")]
    [InlineData("{|MTASTS3001:Elsewhere.Age|}")]
    [InlineData("{|MTASTS3001:Elsewhere.Sum|}")]
    [InlineData("Elsewhere.Changing")]
    [InlineData("Elsewhere.Unsure")]
    [InlineData("DateTime.Now.Ticks > 0 ? {|MTASTS3001:TimeSpan.FromHours(1)|} : TimeSpan.FromDays(7)")]
    [InlineData("Environment.ProcessorCount switch { 1 => {|MTASTS3010:TimeSpan.Zero|}, 2 => TimeSpan.FromDays(7), _ => {|MTASTS3001:Hour|} }")]
    [InlineData("7 * TimeSpan.FromDays(1)")]
    [InlineData("{|MTASTS3003:TimeSpan.FromDays(400)|}")]
    [InlineData("{|MTASTS3003:-TimeSpan.FromDays(7)|}")]
    [InlineData("{|MTASTS3003:TimeSpan.MaxValue|}")]
    [InlineData("{|MTASTS3004:TimeSpan.FromMilliseconds(604800)|}")]
    [InlineData("{|MTASTS3004:new TimeSpan(604800)|}")]
    [InlineData("{|MTASTS3004:TimeSpan.FromTicks(86400)|}")]
    [InlineData("{|MTASTS3004:TimeSpan.FromHours(604800)|}")]
    [InlineData("{|MTASTS3010:TimeSpan.Zero|}")]
    [InlineData("{|MTASTS3010:default|}")]
    public Task Lifetimes_under_enforce(string age) => Age(age);

    [Theory]
    [InlineData("{|MTASTS3002:TimeSpan.FromDays(2)|}")]
    [InlineData("TimeSpan.FromDays(1)")]
    public Task Lifetimes_under_none(string age) => Age(age, "None");

    [Fact]
    public Task A_short_lifetime_is_right_for_testing() => Age("TimeSpan.FromHours(1)", "Testing");

    [Fact]
    public Task Thresholds_are_settable() => In("""
        object M() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = {|MTASTS3001:TimeSpan.FromDays(7)|}, Mx = Hosts };
        """, "mtasts.min_enforce_max_age = 14d");

    [Theory]
    [InlineData("[]")]
    [InlineData("new MxPattern[0]")]
    [InlineData("new List<MxPattern>()")]
    [InlineData("Array.Empty<MxPattern>()")]
    public Task A_list_that_is_certainly_empty(string mx) => In($$"""
        object M() => new MtaStsPolicy { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(7), Mx = {|MTASTS3005:{{mx}}|} };
        """);

    [Fact]
    public Task Patterns_and_lifetime_that_are_not_set_at_all() => In("""
        MtaStsPolicy M() => {|MTASTS3005:{|MTASTS3010:new|}|}() { Mode = MtaStsMode.Enforce };
        object N() => {|MTASTS3005:new MtaStsPolicy|} { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7) };
        object O() => new MtaStsPolicy();
        """);

    [Fact]
    public Task A_change_is_assessed_by_what_it_sets() => In("""
        object M(MtaStsPolicy p) => p with { Mode = MtaStsMode.Enforce, MaxAge = {|MTASTS3001:TimeSpan.FromHours(1)|} };
        object N(MtaStsPolicy p) => p with { MaxAge = TimeSpan.FromHours(1) };
        object O(MtaStsPolicy p) => p with { MaxAge = {|MTASTS3004:TimeSpan.FromMilliseconds(604800)|} };
        object P(MtaStsPolicy p) => p with { Mode = MtaStsMode.Enforce, Mx = {|MTASTS3005:[]|} };
        """);

    [Fact]
    public Task What_is_not_constant_is_not_assessed() => In("""
        object M(MtaStsMode mode, TimeSpan age, MxPattern[] mx) => new MtaStsPolicy { Mode = mode, MaxAge = age, Mx = mx };
        """);

    [Fact]
    public Task Patterns_wherever_they_are_written() => In("""
        MxPattern Field = {|MTASTS3006:"*"|};
        object M() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com{|MTASTS3006:.|}", {|MTASTS1055:"localhost"|}] };
        object N() => MxPattern.Parse("mail{|MTASTS3006:_|}1.example.com");
        object O() => new List<MxPattern> { {|MTASTS3006:"10.0.0.1"|}, {|MTASTS1055:"localhost"|} };
        """);

    [Theory]
    [InlineData("MxPattern[]")]
    [InlineData("List<MxPattern>")]
    [InlineData("HashSet<MxPattern>")]
    [InlineData("IEnumerable<MxPattern>")]
    [InlineData("IReadOnlyList<MxPattern>")]
    [InlineData("Span<MxPattern>")]
    [InlineData("ReadOnlySpan<MxPattern>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<MxPattern>")]
    public Task Patterns_in_every_kind_of_collection(string type) => In($$"""
        const string Star = {|MTASTS3006:"*"|};
        void M(MxPattern known)
        {
            {{type}} some = [known, "mail.example.com", {|MTASTS3006:"10.0.0.1"|}, Star];
            {{type}} spread = [.. some, .. new MxPattern[] { {|MTASTS1055:"localhost"|} }];
        }
        """);

    [Fact]
    public Task Record_ids() => In("""
        object M() => new MtaStsRecord { Id = {|MTASTS3007:"2026-01-31"|} };
        object N() => new MtaStsRecord { Id = "20260131" } with { Id = {|MTASTS3007:""|} };
        """);

    [Fact]
    public Task A_version_that_is_not_the_one_there_is() => In("""
        object M() => new MtaStsPolicy { Version = {|MTASTS1011:"STSv2"|}, Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = Hosts };
        object N(MtaStsPolicy p) => p with { Version = "STSv1" } with { Version = {|MTASTS1011:"stsv1"|} };
        """);

    [Fact]
    public Task A_mode_by_name() => In("""
        object M() => new MtaStsPolicy { Mode = Mode, MaxAge = {|MTASTS3001:TimeSpan.FromHours(1)|}, Mx = Hosts };
        object N() { var mode = MtaStsMode.None; return new MtaStsPolicy { Mode = mode, MaxAge = {|MTASTS3002:TimeSpan.FromDays(7)|} }; }
        object O(bool b) { var mode = MtaStsMode.None; if (b) (mode) = MtaStsMode.Enforce; return new MtaStsPolicy { Mode = mode, MaxAge = TimeSpan.FromDays(7), Mx = Hosts }; }
        """);

    [Fact]
    public Task An_empty_list_in_a_local() => In("""
        object M() { MxPattern[] mx = []; return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = {|MTASTS3005:mx|} }; }
        object N() { IReadOnlyList<MxPattern> mx = Array.Empty<MxPattern>(); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = {|MTASTS3005:mx|} }; }
        object O() { var mx = new List<MxPattern>(); mx.Add("a.example"); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = mx }; }
        object P() { MxPattern[] mx = []; mx = Hosts; return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = mx }; }
        """);

    [Fact]
    public Task A_local_that_is_written_in_a_hidden_way_is_not_known() => In("""
        object M() { var age = TimeSpan.FromHours(1); age.Set(); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = age, Mx = Hosts }; }
        object N() { var age = TimeSpan.FromHours(1); (age) = TimeSpan.FromDays(7); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = age, Mx = Hosts }; }
        object O() { var age = TimeSpan.FromHours(1); ((age), var other) = (TimeSpan.FromDays(7), 1); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = age, Mx = Hosts }; }
        object P() { var age = TimeSpan.FromHours(1); var text = age.ToString(); return new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = {|MTASTS3001:age|}, Mx = Hosts }; }
        """);
}
