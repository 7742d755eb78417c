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
            private static readonly MxPattern[] Hosts = new MxPattern[] { "mail.example.com" };

            {{body}}
        }
        """, config);

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
    [InlineData("TimeSpan.FromMinutes(86400)")]
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
}
